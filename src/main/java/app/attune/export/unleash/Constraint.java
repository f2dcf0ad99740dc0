package app.attune.export.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// One constraint of a strategy or a segment. A missing value passes `NOT_IN` and whatever is inverted, nothing else;
/// an operator that is not known never passes.
record Constraint(JsonNode node) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    boolean holds(UnleashContext context) {
        Optional<String> value = context.value(node.path("contextName").asText());
        return passes(node.path("operator").asText(), value)
                .map(passes -> passes != node.path("inverted").asBoolean())
                .orElse(false);
    }

    /// Empty if the operator is not known.
    private Optional<Boolean> passes(String operator, Optional<String> value) {
        return switch (operator) {
            case "IN" -> Optional.of(anyOf(value, String::equals));
            case "NOT_IN" -> Optional.of(!anyOf(value, String::equals));
            case "STR_STARTS_WITH" -> Optional.of(anyOf(folded(value), String::startsWith));
            case "STR_ENDS_WITH" -> Optional.of(anyOf(folded(value), String::endsWith));
            case "STR_CONTAINS" -> Optional.of(anyOf(folded(value), String::contains));
            case "IN_CIDR" -> Optional.of(anyOf(value, Addresses::isIn));
            case "REGEX" ->
                Optional.of(value.map(text -> Expressions.finds(text, one(), letters()))
                        .orElse(false));
            default -> ordered(operator, value);
        };
    }

    private Optional<Boolean> ordered(String operator, Optional<String> value) {
        return switch (operator) {
            case "NUM_EQ" -> number(value, order -> order == 0);
            case "NUM_GT" -> number(value, order -> order > 0);
            case "NUM_GTE" -> number(value, order -> order >= 0);
            case "NUM_LT" -> number(value, order -> order < 0);
            case "NUM_LTE" -> number(value, order -> order <= 0);
            case "DATE_AFTER" -> date(value, order -> order > 0);
            case "DATE_BEFORE" -> date(value, order -> order < 0);
            case "SEMVER_EQ" -> version(value, order -> order == 0);
            case "SEMVER_GT" -> version(value, order -> order > 0);
            case "SEMVER_GTE" -> version(value, order -> order >= 0);
            case "SEMVER_LT" -> version(value, order -> order < 0);
            case "SEMVER_LTE" -> version(value, order -> order <= 0);
            default -> Optional.empty();
        };
    }

    private String one() {
        return node.path("value").asText();
    }

    private boolean letters() {
        return !node.path("caseInsensitive").asBoolean();
    }

    private Optional<String> folded(Optional<String> value) {
        return letters() ? value : value.map(text -> text.toLowerCase(Locale.ROOT));
    }

    private boolean anyOf(Optional<String> value, BiPredicate<String, String> test) {
        if (value.isPresent()) {
            boolean letters = letters();
            for (JsonNode wanted : node.path("values")) {
                String text = letters ? wanted.asText() : wanted.asText().toLowerCase(Locale.ROOT);
                if (test.test(value.get(), text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Boolean> number(Optional<String> value, IntPredicate order) {
        return Optional.of(value.flatMap(Constraint::number)
                .flatMap(number -> number(one()).map(wanted -> order.test(Double.compare(number, wanted))))
                .orElse(false));
    }

    private static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.parseDouble(text) + 0.0) : Optional.empty();
    }

    private Optional<Boolean> date(Optional<String> value, IntPredicate order) {
        return Optional.of(value.flatMap(Constraint::date)
                .flatMap(date -> date(one()).map(wanted -> order.test(date.compareTo(wanted))))
                .orElse(false));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Boolean> version(Optional<String> value, IntPredicate test) {
        OptionalInt order = value.map(text -> Semver.compare(text, one())).orElse(OptionalInt.empty());
        return Optional.of(order.stream().anyMatch(test));
    }
}
