package app.attune.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A comparison of one value with given values of the same kind.
final class ValueTest {
    private final ValueKind kind;
    private final Compare compare;
    private final double[] numbers;
    private final long[] millis;
    private final List<String> texts;
    private final Set<String> among;

    /// @param values texts, doubles, or epoch milliseconds
    private ValueTest(ValueKind kind, Compare compare, List<Comparable<?>> values) {
        this.kind = kind;
        this.compare = compare;
        this.numbers = values.stream()
                .mapToDouble(value -> value instanceof Double number ? number : 0)
                .toArray();
        this.millis = values.stream()
                .mapToLong(value -> value instanceof Long number ? number : 0)
                .toArray();
        this.texts = values.stream().map(Comparable::toString).toList();
        this.among = Set.copyOf(texts);
    }

    static ValueTest read(Fields fields, ValueKind kind) {
        Compare compare = Compare.of(fields);
        List<Comparable<?>> values = new ArrayList<>();
        for (JsonValue value : fields.array("values")) {
            values.add(literal(fields, kind, value));
        }
        if (!compare.takes(values.size())) {
            throw fields.malformed(values.size() + " values do not fit \"" + fields.text("comparison") + "\"");
        }
        boolean ordered = kind == ValueKind.NUMBER || kind == ValueKind.DATE;
        boolean fits = switch (compare) {
            case CONTAINS, STARTS_WITH -> !ordered;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN -> kind != ValueKind.TEXT;
            case IS, IS_NOT, IS_MISSING, IS_PRESENT -> true;
        };
        if (!fits) {
            throw fields.malformed("\"" + fields.text("comparison") + "\" does not fit values of this kind");
        }
        return new ValueTest(kind, compare, values);
    }

    private static Comparable<?> literal(Fields fields, ValueKind kind, JsonValue value) {
        return switch (kind) {
            case NUMBER -> fields.number(value, "values") + 0.0;
            case TEXT, UNKNOWN -> {
                if (!(value instanceof JsonValue.Text text)) {
                    throw fields.malformed("\"values\" holds something that is not a text");
                }
                yield text.value();
            }
            case DATE -> {
                String text = value instanceof JsonValue.Text given ? given.value() : "";
                long millis = IsoInstant.millis(text);
                if (millis == IsoInstant.NONE) {
                    throw fields.malformed("\"" + text + "\" is not an ISO-8601 instant");
                }
                yield millis;
            }
        };
    }

    boolean passes(ProfileRow row, int slot) {
        if (!row.isKnown(slot)) {
            return compare == Compare.IS_MISSING;
        }
        return switch (compare) {
            case IS -> isAmong(row, slot);
            case IS_NOT -> !isAmong(row, slot);
            case AT_LEAST -> order(row, slot, 0) >= 0;
            case AT_MOST -> order(row, slot, 0) <= 0;
            case MORE_THAN -> order(row, slot, 0) > 0;
            case LESS_THAN -> order(row, slot, 0) < 0;
            case BETWEEN -> order(row, slot, 0) >= 0 && order(row, slot, 1) <= 0;
            case CONTAINS, STARTS_WITH -> hasPart(row.text(slot));
            case IS_MISSING -> false;
            case IS_PRESENT -> true;
        };
    }

    private boolean isAmong(ProfileRow row, int slot) {
        if (kind == ValueKind.TEXT) {
            return among.contains(row.text(slot));
        }
        for (int at = 0; at < texts.size(); at++) {
            if (order(row, slot, at) == 0) {
                return true;
            }
        }
        return false;
    }

    private int order(ProfileRow row, int slot, int at) {
        return kind == ValueKind.DATE
                ? Long.compare(row.millis(slot), millis[at])
                : Double.compare(row.number(slot), numbers[at]);
    }

    private boolean hasPart(String text) {
        for (int at = 0; at < texts.size(); at++) {
            String part = texts.get(at);
            if (compare == Compare.CONTAINS ? text.contains(part) : text.startsWith(part)) {
                return true;
            }
        }
        return false;
    }
}
