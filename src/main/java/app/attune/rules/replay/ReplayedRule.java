package app.attune.rules.replay;

import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of one rule over a period.
///
/// @param fired       decisions in which it did something; for a rule about items, if the model proposes every item
/// @param users       different users among these
/// @param lost        decisions in which it matched and did nothing
/// @param causes      the lost by why
/// @param lostTo      the lost by the rule that won, where a rule did
/// @param firedByDay  by day of the period
/// @param cappedByDay the lost because the rule fired as often as its cap allows; empty for a rule without a cap
/// @param offer       the code of the offer, one of which is spent by each firing
public record ReplayedRule(
        RuleId rule,
        String name,
        long fired,
        int users,
        long lost,
        Map<RuleTrace.Cause, Long> causes,
        Map<RuleId, Long> lostTo,
        List<Long> firedByDay,
        List<Long> cappedByDay,
        Optional<String> offer) {
    public ReplayedRule {
        causes = Map.copyOf(causes);
        lostTo = Map.copyOf(lostTo);
        firedByDay = List.copyOf(firedByDay);
        cappedByDay = List.copyOf(cappedByDay);
    }

    public boolean hasCap() {
        return !cappedByDay.isEmpty();
    }

    /// How often its cap was hit.
    public long capped() {
        return causes.getOrDefault(RuleTrace.Cause.CAPPED, 0L);
    }
}
