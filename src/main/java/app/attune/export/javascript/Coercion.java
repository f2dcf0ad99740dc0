package app.attune.export.javascript;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How JavaScript turns values of JSON into truths, numbers and texts, and how it compares them.
/// Source: ECMA-262, section 7.1 (type conversion) and 7.2 (testing and comparison operations).
public final class Coercion {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,12}");
    private static final BigDecimal LARGE = new BigDecimal("1e21");
    private static final BigDecimal SMALL = new BigDecimal("1e-6");

    private Coercion() {}

    /// What an `if` takes it for: every list and every object is true.
    public static boolean truth(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0 && !Double.isNaN(value.doubleValue());
            case STRING -> !value.textValue().isEmpty();
            case NULL, MISSING -> false;
            case ARRAY, OBJECT, BINARY, POJO -> true;
        };
    }

    public static double number(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.doubleValue();
            case BOOLEAN -> value.booleanValue() ? 1 : 0;
            case NULL -> 0;
            case MISSING -> Double.NaN;
            case STRING, ARRAY, OBJECT, BINARY, POJO -> number(text(value));
        };
    }

    private static double number(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return 0;
        }
        if (HEXADECIMAL.matcher(bare).matches()) {
            return Long.parseLong(bare.substring(2), 16);
        }
        return DECIMAL.matcher(bare).matches() ? Double.parseDouble(bare) : infinite(bare);
    }

    private static double infinite(String text) {
        return switch (text) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /// JavaScript's `parseFloat`: the number that a text begins with.
    public static double leadingNumber(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        String text = text(value).stripLeading();
        var matcher = DECIMAL.matcher(text);
        return matcher.lookingAt() ? Double.parseDouble(matcher.group()) : infinite(text);
    }

    public static String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case NUMBER -> text(value.doubleValue());
            case BOOLEAN -> String.valueOf(value.booleanValue());
            case NULL -> "null";
            case MISSING -> "undefined";
            case ARRAY -> joined(value, ",");
            case OBJECT, BINARY, POJO -> "[object Object]";
        };
    }

    /// Elements one after the other, null as nothing.
    public static String joined(Iterable<JsonNode> values, String between) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            texts.add(value.isNull() || value.isMissingNode() ? "" : text(value));
        }
        return String.join(between, texts);
    }

    private static String text(double number) {
        if (number == 0) {
            return "0";
        }
        if (!Double.isFinite(number)) {
            return String.valueOf(number);
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (exact.abs().compareTo(LARGE) < 0 && exact.abs().compareTo(SMALL) >= 0) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - exact.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + fraction
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    /// JavaScript's `===`.
    public static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.doubleValue() == b.doubleValue();
        }
        return !a.isContainerNode() && a.getNodeType() == b.getNodeType() && a.equals(b);
    }

    /// JavaScript's `==`.
    public static boolean alike(JsonNode a, JsonNode b) {
        if (isNothing(a) || isNothing(b)) {
            return isNothing(a) && isNothing(b);
        }
        if (a.isContainerNode() && b.isContainerNode()) {
            return false;
        }
        if (isText(a) && isText(b)) {
            return text(a).equals(text(b));
        }
        return number(a) == number(b);
    }

    /// Whether `a < b` as JavaScript has it: two texts by their code units, anything else as numbers.
    public static boolean less(JsonNode a, JsonNode b) {
        return (isText(a) && isText(b)) ? text(a).compareTo(text(b)) < 0 : number(a) < number(b);
    }

    /// Whether `a <= b` as JavaScript has it.
    public static boolean atMost(JsonNode a, JsonNode b) {
        return (isText(a) && isText(b)) ? text(a).compareTo(text(b)) <= 0 : number(a) <= number(b);
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() || value.isContainerNode();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }
}
