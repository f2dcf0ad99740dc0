package app.attune.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/// Compares what an engine says of flags with what the bundle decides.
///
/// Engines say the same in their own ways: a flag of a segment or of a rule is on by `true` or by the id, the flag of
/// a choice is the id or the whole of what the rule does; off is `null`, `false`, an empty text or an empty object.
final class EngineAnswers {
    private final ExpectedFlags flags;

    EngineAnswers(ExpectedFlags flags) {
        this.flags = flags;
    }

    /// A flag that is not as expected.
    record Wrong(String flag, String expected, String got) {}

    /// The first flag that is wrong; also one that the engine does not know at all.
    Optional<Wrong> wrong(JsonNode answer, Map<String, String> expected) {
        if (answer.has("error")) {
            return Optional.of(new Wrong(
                    "", "an answer", "the error " + answer.path("error").asText()));
        }
        for (String flag : flags.keys()) {
            String arm = expected.getOrDefault(flag, "");
            JsonNode got = answer.path(flag);
            if (got.isMissingNode()) {
                return Optional.of(new Wrong(flag, shown(arm), "no such flag"));
            }
            if (!is(flag, arm, got)) {
                return Optional.of(new Wrong(flag, shown(arm), got.toString()));
            }
        }
        return Optional.empty();
    }

    private static String shown(String arm) {
        return arm.isEmpty() ? "off" : arm;
    }

    private boolean is(String flag, String arm, JsonNode got) {
        boolean picks = !flag.startsWith("segment-") && !flag.startsWith("rule-");
        if (got.isNull() || (got.isBoolean() && !got.booleanValue())) {
            return arm.isEmpty();
        }
        if (got.isBoolean()) {
            return !picks && !arm.isEmpty();
        }
        if (got.isTextual()) {
            return got.textValue().equals(arm);
        }
        if (got.isObject()) {
            return got.isEmpty() ? arm.isEmpty() : picks && !arm.isEmpty() && same(got, flags.payload(arm));
        }
        return false;
    }

    /// Engines write 2 as 2.0 and the other way round.
    private static boolean same(JsonNode got, JsonNode expected) {
        if (got.isNumber() && expected.isNumber()) {
            return got.doubleValue() == expected.doubleValue();
        }
        if (got.isContainerNode() && got.size() == expected.size() && got.getNodeType() == expected.getNodeType()) {
            return got.isObject()
                    ? got.properties().stream().allMatch(entry -> same(entry.getValue(), expected.path(entry.getKey())))
                    : elements(got, expected);
        }
        return got.equals(expected);
    }

    private static boolean elements(JsonNode got, JsonNode expected) {
        for (int i = 0; i < got.size(); i++) {
            if (!same(got.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }
}
