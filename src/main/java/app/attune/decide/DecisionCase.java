package app.attune.decide;

import app.attune.core.UserId;
import app.attune.recommend.HistoryItem;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleCase;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a decision follows from besides the setup.
///
/// @param memberOf the segments the user is in, sorted by id
/// @param at       when it is decided
/// @param context  of the request
/// @param bound    the items that brought the user into segments
record DecisionCase(
        UserId user,
        Set<SegmentId> memberOf,
        Personalisation personalisation,
        List<HistoryItem> history,
        Instant at,
        RequestContext context,
        BoundItems bound) {
    DecisionCase {
        memberOf = Collections.unmodifiableSet(new LinkedHashSet<>(memberOf));
        history = List.copyOf(history);
    }

    /// What rules match by.
    RuleCase ruleCase() {
        return new RuleCase(user, memberOf, personalisation, at, context);
    }
}
