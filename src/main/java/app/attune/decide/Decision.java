package app.attune.decide;

import app.attune.core.UserId;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleTrace;
import app.attune.rules.RulesOff;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one user gets at a point in time, and why.
///
/// @param model       the kind of the model that gave the candidates; empty when none did
/// @param items       place 1 first
/// @param rules       what became of every rule, in order
/// @param memberships the segments the user is in, by id
/// @param rulesOff    why no rule but Exclude took part
/// @param context     of the request
public record Decision(
        UserId user,
        Instant asOf,
        DecisionReason reason,
        Optional<String> model,
        List<DecidedItem> items,
        Optional<DecidedOffer> offer,
        List<RuleTrace> rules,
        List<SegmentId> memberships,
        Optional<RulesOff> rulesOff,
        RequestContext context) {
    public Decision {
        items = List.copyOf(items);
        rules = List.copyOf(rules);
        memberships = List.copyOf(memberships);
    }
}
