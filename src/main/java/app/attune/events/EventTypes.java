package app.attune.events;

import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import app.attune.events.read.RawRow;
import java.util.List;
import java.util.OptionalDouble;

/// Names the type of an event: the first rule that holds, else the type column, else the fixed type.
final class EventTypes {
    private static final int NONE = -1;

    private final List<TypeRule> rules;
    private final int[] positions;
    private final double[] limits;
    private final int column;
    private final String constant;
    private final DecimalMark mark;

    EventTypes(Mapping mapping, List<String> columns, DecimalMark mark) {
        this.rules = mapping.typeRules();
        this.positions =
                rules.stream().mapToInt(rule -> columns.indexOf(rule.column())).toArray();
        this.limits = rules.stream()
                .mapToDouble(rule ->
                        NumberText.parse(rule.operand(), DecimalMark.POINT).orElse(Double.NaN))
                .toArray();
        this.column = mapping.columnOf(ColumnRole.TYPE).map(columns::indexOf).orElse(NONE);
        this.constant = mapping.constantType().strip();
        this.mark = mark;
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
        int rule = rule(row);
        if (rule != NONE) {
            return rules.get(rule).type();
        }
        String written = column == NONE ? "" : row.values()[column].strip();
        return written.isEmpty() ? constant : written;
    }

    /// Without a look at the type column.
    String byRule(RawRow.Values row) {
        int rule = rule(row);
        return rule == NONE ? constant : rules.get(rule).type();
    }

    private int rule(RawRow.Values row) {
        for (int i = 0; i < positions.length; i++) {
            if (holds(i, row.values()[positions[i]].strip())) {
                return i;
            }
        }
        return NONE;
    }

    private boolean holds(int i, String text) {
        TypeRule rule = rules.get(i);
        return switch (rule.test()) {
            case STARTS_WITH -> text.startsWith(rule.operand());
            case IS -> text.equals(rule.operand());
            case AT_MOST -> {
                OptionalDouble number = NumberText.parse(text, mark);
                yield number.isPresent() && number.getAsDouble() <= limits[i];
            }
        };
    }
}
