package app.attune.events;

import app.attune.events.read.DecimalMark;
import app.attune.events.read.RawRow;
import java.util.List;
import java.util.function.Predicate;

/// Names the type of an event: the first rule that holds, else the type column, else the fixed type.
final class EventTypes {
    static final int NONE = -1;

    private final List<TypeRule> rules;
    private final List<Predicate<String>> tests;
    private final int[] positions;
    private final int column;
    private final String constant;

    EventTypes(Mapping mapping, List<String> columns, DecimalMark mark) {
        this.rules = mapping.typeRules();
        this.tests = rules.stream().map(rule -> rule.matcher(mark)).toList();
        this.positions =
                rules.stream().mapToInt(rule -> columns.indexOf(rule.column())).toArray();
        this.column = mapping.columnOf(ColumnRole.TYPE).map(columns::indexOf).orElse(NONE);
        this.constant = mapping.constantType().strip();
    }

    /// Whether a column or a fixed type says it all.
    boolean hasNoRules() {
        return rules.isEmpty();
    }

    String constant() {
        return constant;
    }

    int column() {
        return column;
    }

    /// Empty text if nothing names one.
    String of(RawRow.Values row) {
        return of(row.values());
    }

    String of(String[] values) {
        int rule = rule(values);
        if (rule != NONE) {
            return rules.get(rule).type();
        }
        String written = column == NONE ? "" : values[column].strip();
        return written.isEmpty() ? constant : written;
    }

    /// Without a look at the type column.
    String byRule(RawRow.Values row) {
        int rule = rule(row.values());
        return rule == NONE ? constant : rules.get(rule).type();
    }

    /// The number of the first rule that holds, or -1.
    int rule(String[] values) {
        for (int i = 0; i < positions.length; i++) {
            if (tests.get(i).test(values[positions[i]].strip())) {
                return i;
            }
        }
        return NONE;
    }
}
