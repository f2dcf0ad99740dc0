package app.attune.rules.replay;

import app.attune.core.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a rule set would have done over a period.
///
/// @param options        the period cut to that of the events
/// @param decisions      occasions in the period
/// @param users          who were decided on
/// @param firstDay       of the period, in UTC
/// @param decisionsByDay from the first day to the last
/// @param rules          one per rule, in order
/// @param notes          what was read otherwise than at the moment itself, and segments that cannot be asked
public record ReplayReport(
        ReplayOptions options,
        long decisions,
        int users,
        LocalDate firstDay,
        List<Long> decisionsByDay,
        List<ReplayedRule> rules,
        List<Problem> notes) {
    public ReplayReport {
        decisionsByDay = List.copyOf(decisionsByDay);
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
    }

    /// How many offers were spent, by their codes in order.
    public SortedMap<String, Long> offersSpent() {
        SortedMap<String, Long> spent = new TreeMap<>();
        rules.forEach(rule -> rule.offer().ifPresent(code -> spent.merge(code, rule.fired(), Long::sum)));
        return spent;
    }
}
