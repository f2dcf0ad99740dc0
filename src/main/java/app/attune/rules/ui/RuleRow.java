package app.attune.rules.ui;

import app.attune.rules.Rule;
import app.attune.rules.RuleConflict;
import app.attune.rules.RuleFinding;
import app.attune.rules.RuleReach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One rule as the list shows it.
///
/// @param place    1 is the highest priority
/// @param sentence what it says
/// @param reach    whom it reaches; empty until counted
/// @param conflicts with others, as counted
/// @param at       when it was counted
/// @param winner   the name of the rule that takes most of its users; empty text if none does
record RuleRow(
        int place,
        Rule rule,
        String sentence,
        Optional<RuleReach> reach,
        String winner,
        List<RuleFinding> findings,
        List<RuleConflict> conflicts,
        Instant at) {
    RuleRow {
        findings = List.copyOf(findings);
        conflicts = List.copyOf(conflicts);
    }

    /// Whether its schedule runs when it was counted.
    boolean isRunning() {
        return rule.limits().schedule().isRunning(at);
    }
}
