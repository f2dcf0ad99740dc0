package app.attune.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JsonReaderTest {
    private static final int DAMAGED = 20_000;
    private static final List<String> TEXTS = List.of(
            "{\"a\":[1,-0,2.50,1e3,1E-2,-1.5e+2,12345678901234567890],\"b\":{\"c\":null,\"d\":true,\"e\":false}}",
            "[\"\\u00e9\\ud83d\\ude00\\n\\\"\\/\\\\ \u00fc\ud83d\ude00\", \"\", {}, [ ], 0, 0.1, 1.7976931348623157e308]",
            "{\"format\" : 3,\n\t\"rules\" : [ {\"id\":\"a\"} , {\"id\":\"b\"} ]\r\n}",
            "4.9e-324");

    private static String fault(String text) {
        BundleException fault = assertThrows(BundleException.class, () -> JsonReader.read(text, "x.json"), text);
        assertEquals("json.unreadable", fault.problem().code());
        return fault.problem().message();
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        assertEquals("x.json cannot be read: it is empty.", fault(" \n"));
        assertEquals(
                "x.json cannot be read at line 1, column 8: \"a\" is given twice in one object.",
                fault("{\"a\":1,\"a\":2}"));
        assertEquals("x.json cannot be read at line 2, column 1: found ] where it cannot stand.", fault("[1,\n]"));
        assertTrue(fault("{} {}").contains("something follows after the end"));
        assertTrue(fault("[1").contains("it ends before it is complete"));
        assertTrue(fault("\"\\").contains("it ends before it is complete"));
        assertTrue(fault("[01]").contains("a number starts with 0"));
        assertTrue(fault("[NaN]").contains("NaN or Infinity"));
        assertTrue(fault("[yes]").contains("found \"yes\" without quotation marks"));
        assertTrue(fault("\"a\nb\"").contains("a line break or control character"));
        assertTrue(fault("\"\\x\"").contains("a backslash stands before"));
        assertTrue(fault("\"\\ud800\"").contains("half of a character"));
        assertTrue(fault("{\"\ude00\":1}").contains("half of a character"));
        assertTrue(fault("[".repeat(1001) + "]".repeat(1001)).contains("nested more than 1,000 deep"));
        assertTrue(fault("[" + "1".repeat(1001) + "]").contains("more than 1,000 digits"));
    }

    @Test
    void aThousandListsAreReadWithinEachOther() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        assertTrue(JsonReader.read(deep, "deep") instanceof JsonValue.Sequence);
    }

    @Test
    void textsAreReadAsAnotherReaderDoesWholeAndDamaged() {
        TEXTS.forEach(JsonReaderTest::compare);
        long seed = 20261122;
        SplittableRandom random = Seeds.stream(seed, "json");
        String letters = "{}[]\",:\\ue01-+.tnf \n/\ud83d";
        for (int i = 0; i < DAMAGED; i++) {
            StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                } else {
                    text.deleteCharAt(at).append(' ');
                }
            }
            compare(text.toString());
        }
    }

    private static void compare(String text) {
        Optional<Object> expected;
        try {
            expected = Optional.of(plain(Json.read(text, "x")));
        } catch (ProblemException e) {
            expected = Optional.empty();
        }
        Optional<Object> found;
        try {
            found = Optional.of(plain(JsonReader.read(text, "x")));
        } catch (BundleException e) {
            found = Optional.empty();
        }
        assertEquals(expected, found, text);
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return List.copyOf(fields.entrySet());
        }
        if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            node.forEach(value -> values.add(plain(value)));
            return values;
        }
        if (node.isNumber()) {
            return List.of(node.asDouble() + 0.0, node.isInt());
        }
        return node.isNull() ? "null" : node.isBoolean() ? node.asBoolean() : "text " + node.asText();
    }

    private static Object plain(JsonValue node) {
        return switch (node) {
            case JsonValue.Members members -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                members.fields().forEach((name, value) -> fields.put(name, plain(value)));
                yield List.copyOf(fields.entrySet());
            }
            case JsonValue.Sequence list ->
                list.values().stream().map(JsonReaderTest::plain).toList();
            case JsonValue.Figure figure -> List.of(figure.value() + 0.0, figure.isInt());
            case JsonValue.Flag flag -> flag.value();
            case JsonValue.Text text -> "text " + text.value();
            case JsonValue.Nothing ignored -> "null";
        };
    }
}
