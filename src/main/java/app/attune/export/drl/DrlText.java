package app.attune.export.drl;

import app.attune.export.flags.Field;
import app.attune.export.flags.FlatCondition.Contains;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Order;
import app.attune.export.flags.FlatCondition.Ordered;
import app.attune.export.flags.FlatCondition.Present;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Patterns and literals of Drools, in printable ASCII only.
///
/// Facts have declared types, one for each kind of value, and are compared with literals of that type, so Drools has
/// nothing to convert. A missing value has no fact.
final class DrlText {
    static final String HEAD = """
            // For each value of a profile that context.json lists insert one fact: TextValue for a text, NumberValue
            // for a number, DateValue for a date in milliseconds since 1970-01-01T00:00:00Z, OtherValue for anything
            // else. Leave out what is missing. Afterwards a Decision says which arm of a flag the user gets.
            package attune.rules

            declare Value
                field : String
            end

            declare TextValue extends Value
                value : String
            end

            declare NumberValue extends Value
                value : double
            end

            declare DateValue extends Value
                millis : long
            end

            declare OtherValue extends Value
            end

            declare Holds
                node : String
            end

            declare Decision
                flag : String
                arm : String
            end
            """;

    private DrlText() {}

    /// A text as a literal of Java.
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"', '\\' -> literal.append('\\').append(letter);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default ->
                    literal.append(
                            letter >= ' ' && letter <= '~'
                                    ? String.valueOf(letter)
                                    : String.format(Locale.ROOT, "\\u%04x", (int) letter));
            }
        }
        return literal.append('"').toString();
    }

    /// A fact that makes a row true.
    static String pattern(Row row) {
        String test = switch (row) {
            case Present ignored -> "";
            case OneOf one -> oneOf(one);
            case Ordered ordered -> ordered(ordered);
            case Contains contains -> any("contains", contains.texts());
            case StartsWith starts -> any("startsWith", starts.texts());
        };
        return type(row) + "(field == " + literal(row.field().path()) + (test.isEmpty() ? "" : ", " + test) + ")";
    }

    private static String type(Row row) {
        return switch (row.field().kind()) {
            case TEXT -> "TextValue";
            case NUMBER -> "NumberValue";
            case DATE -> "DateValue";
            case ANY -> row instanceof Present ? "Value" : "TextValue";
        };
    }

    private static String oneOf(OneOf one) {
        return one.values().stream()
                .map(value -> equal(one.field().kind(), value))
                .collect(Collectors.joining(" || "));
    }

    /// Drools takes 0.0 and -0.0 for two numbers.
    private static String equal(Field.Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT, ANY -> "value == " + literal(value.textValue());
            case DATE -> "millis == " + value.longValue() + "L";
            case NUMBER ->
                value.doubleValue() == 0 ? "value == 0.0 || value == -0.0" : "value == " + value.doubleValue();
        };
    }

    private static String ordered(Ordered ordered) {
        String sign = ordered.order().sign();
        if (ordered.field().kind() == Field.Kind.DATE) {
            return "millis " + sign + " " + ordered.limit().longValue() + "L";
        }
        double limit = ordered.limit().doubleValue();
        boolean isBelow = ordered.order() == Order.AT_LEAST || ordered.order() == Order.LESS_THAN;
        return "value " + sign + " " + (limit == 0 ? (isBelow ? "-0.0" : "0.0") : String.valueOf(limit));
    }

    private static String any(String method, List<String> texts) {
        return texts.stream()
                .map(text -> "value." + method + "(" + literal(text) + ")")
                .collect(Collectors.joining(" || "));
    }
}
