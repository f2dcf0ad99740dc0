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
/// @param offers      in the order they are shown; more than one only where rules collect offers
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
        List<DecidedOffer> offers,
        List<RuleTrace> rules,
        List<SegmentId> memberships,
        Optional<RulesOff> rulesOff,
        RequestContext context) {
    public Decision {
        items = List.copyOf(items);
        offers = List.copyOf(offers);
        rules = List.copyOf(rules);
        memberships = List.copyOf(memberships);
    }

    /// The first of the offers.
    public Optional<DecidedOffer> offer() {
        return offers.stream().findFirst();
    }
}
