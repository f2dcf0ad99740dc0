package app.attune.export.growthbook;

import app.attune.export.javascript.Coercion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The operators of GrowthBook's conditions on one value; one that is not known never holds.
record Operators(GrowthBookCondition conditions, JsonNode savedGroups) {
    private static final Comparator<JsonNode> NUMBERS_BY_VALUE = (a, b) ->
            a.isNumber() && b.isNumber() ? Double.compare(a.doubleValue(), b.doubleValue()) : a.equals(b) ? 0 : 1;

    /// Whether letter case counts.
    private enum Case {
        EXACT,
        ASIDE
    }

    static boolean converted(JsonNode wanted, JsonNode value) {
        return switch (wanted.getNodeType()) {
            case STRING -> Coercion.text(value).equals(wanted.textValue());
            case NUMBER -> Coercion.number(value) == wanted.doubleValue();
            case BOOLEAN -> !value.isNull() && Coercion.truth(value) == wanted.booleanValue();
            case NULL -> value.isNull();
            case ARRAY, OBJECT, BINARY, POJO, MISSING -> value.equals(NUMBERS_BY_VALUE, wanted);
        };
    }

    boolean holds(String operator, JsonNode value, JsonNode wanted) {
        return switch (operator) {
            case "$eq" -> Coercion.same(value, wanted);
            case "$ne" -> !Coercion.same(value, wanted);
            case "$lt" -> Coercion.less(value, wanted);
            case "$lte" -> Coercion.atMost(value, wanted);
            case "$gt" -> Coercion.less(wanted, value);
            case "$gte" -> Coercion.atMost(wanted, value);
            case "$exists" -> Coercion.truth(wanted) != value.isNull();
            case "$not" -> !conditions.value(wanted, value);
            case "$type" -> type(value).equals(wanted.asText());
            case "$regex" -> finds(wanted, 0, value);
            case "$regexi" -> finds(wanted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE, value);
            case "$veq", "$vne", "$vlt", "$vlte", "$vgt", "$vgte" -> version(operator, value, wanted);
            default -> onLists(operator, value, wanted);
        };
    }

    private boolean onLists(String operator, JsonNode value, JsonNode wanted) {
        return switch (operator) {
            case "$in" -> wanted.isArray() && isIn(value, wanted, Case.EXACT);
            case "$nin" -> wanted.isArray() && !isIn(value, wanted, Case.EXACT);
            case "$ini" -> wanted.isArray() && isIn(value, wanted, Case.ASIDE);
            case "$nini" -> wanted.isArray() && !isIn(value, wanted, Case.ASIDE);
            case "$inGroup" -> isIn(value, savedGroups.path(wanted.asText()), Case.EXACT);
            case "$notInGroup" -> !isIn(value, savedGroups.path(wanted.asText()), Case.EXACT);
            case "$size" -> value.isArray() && conditions.value(wanted, IntNode.valueOf(value.size()));
            case "$elemMatch" -> value.isArray() && hasMatch(value, wanted);
            case "$all" -> value.isArray() && hasAll(value, wanted, Case.EXACT);
            case "$alli" -> value.isArray() && hasAll(value, wanted, Case.ASIDE);
            default -> false;
        };
    }

    private boolean hasMatch(JsonNode list, JsonNode wanted) {
        for (JsonNode element : list) {
            boolean matches = GrowthBookCondition.isOperators(wanted)
                    ? conditions.value(wanted, element)
                    : conditions.holds(wanted, element);
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAll(JsonNode list, JsonNode wanted, Case letters) {
        for (JsonNode one : wanted) {
            boolean found = false;
            for (JsonNode element : list) {
                found |= conditions.value(folded(one, letters), folded(element, letters));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(JsonNode value, JsonNode list, Case letters) {
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (!element.isArray() && isIn(element, list, letters)) {
                    return true;
                }
            }
            return false;
        }
        for (JsonNode one : list) {
            if (Coercion.same(folded(value, letters), folded(one, letters))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode folded(JsonNode value, Case letters) {
        return letters == Case.ASIDE && value.isTextual()
                ? TextNode.valueOf(value.textValue().toLowerCase(Locale.ROOT))
                : value;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT, BINARY, POJO -> "object";
            case NULL, MISSING -> "null";
        };
    }

    private static boolean finds(JsonNode pattern, int flags, JsonNode value) {
        try {
            return Pattern.compile(pattern.asText(), flags)
                    .matcher(Coercion.text(value))
                    .find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean version(String operator, JsonNode value, JsonNode wanted) {
        int order = Versions.padded(value).compareTo(Versions.padded(wanted));
        return switch (operator) {
            case "$veq" -> order == 0;
            case "$vne" -> order != 0;
            case "$vlt" -> order < 0;
            case "$vlte" -> order <= 0;
            case "$vgt" -> order > 0;
            default -> order >= 0;
        };
    }
}
