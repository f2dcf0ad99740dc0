package app.attune.rules.replay;

import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import java.util.List;
import java.util.Map;

/// What became of one rule over a period.
///
/// @param fired      decisions in which it did something; for a rule about items, if the model proposes every item
/// @param users      different users among these
/// @param lost       decisions in which it matched and did nothing
/// @param causes     the lost by why
/// @param lostTo     the lost by the rule that won, where a rule did
/// @param firedByDay by day of the period
public record ReplayedRule(
        RuleId rule,
        String name,
        long fired,
        int users,
        long lost,
        Map<RuleTrace.Cause, Long> causes,
        Map<RuleId, Long> lostTo,
        List<Long> firedByDay) {
    public ReplayedRule {
        causes = Map.copyOf(causes);
        lostTo = Map.copyOf(lostTo);
        firedByDay = List.copyOf(firedByDay);
    }
}
