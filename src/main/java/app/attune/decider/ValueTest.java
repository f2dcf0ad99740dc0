package app.attune.decider;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A comparison of one value with given values of the same kind. A value of another kind counts as missing.
///
/// @param values texts, doubles, or epoch milliseconds
record ValueTest(ValueKind kind, Compare compare, List<Comparable<?>> values) {
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
        return new ValueTest(kind, compare, List.copyOf(values));
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
                yield millis(text).orElseThrow(() -> fields.malformed("\"" + text + "\" is not an ISO-8601 instant"));
            }
        };
    }

    private static Optional<Long> millis(String text) {
        try {
            return Optional.of(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// @param given null when missing
    boolean passes(@Nullable Object given) {
        Optional<Comparable<?>> value = given == null ? Optional.empty() : known(given);
        return value.isEmpty() ? compare == Compare.IS_MISSING : matches(value.get());
    }

    private Optional<Comparable<?>> known(Object given) {
        return switch (kind) {
            case TEXT -> given instanceof String text ? Optional.of(text) : Optional.empty();
            case NUMBER -> given instanceof Double number ? Optional.of(number + 0.0) : Optional.empty();
            case DATE -> given instanceof String text ? millis(text).map(millis -> millis) : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }

    private boolean matches(Comparable<?> value) {
        return switch (compare) {
            case IS -> values.contains(value);
            case IS_NOT -> !values.contains(value);
            case AT_LEAST -> order(value, 0) >= 0;
            case AT_MOST -> order(value, 0) <= 0;
            case MORE_THAN -> order(value, 0) > 0;
            case LESS_THAN -> order(value, 0) < 0;
            case BETWEEN -> order(value, 0) >= 0 && order(value, 1) <= 0;
            case CONTAINS -> values.stream().anyMatch(part -> value.toString().contains(part.toString()));
            case STARTS_WITH ->
                values.stream().anyMatch(part -> value.toString().startsWith(part.toString()));
            case IS_MISSING -> false;
            case IS_PRESENT -> true;
        };
    }

    private int order(Comparable<?> value, int at) {
        Comparable<?> limit = values.get(at);
        if (value instanceof Double a && limit instanceof Double b) {
            return Double.compare(a, b);
        }
        if (value instanceof Long a && limit instanceof Long b) {
            return Long.compare(a, b);
        }
        return value.toString().compareTo(limit.toString());
    }
}
