package app.attune.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Require;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a damaged or hostile text is answered: place, what was found, what is allowed, what to do.
final class JsonTest {
    enum Colour {
        RED,
        GREEN
    }

    record Part(Colour colour, int amount, double share, boolean big, String name) {
        Part {
            Require.that(amount >= 0, "An amount is at least 0");
        }
    }

    record Whole(int version, List<Part> parts) {
        Whole {
            parts = List.copyOf(parts);
        }
    }

    private static final String GOOD =
            "{\"version\":1,\n \"parts\":[{\"colour\":\"RED\",\"amount\":2,\"share\":0.5,\"big\":true,\"name\":\"x\"}]}";

    private static Problem refused(String text) {
        Problem problem = assertThrows(ProblemException.class, () -> Json.read(text, Whole.class, "parts.json"))
                .problem();
        assertEquals("json.unreadable", problem.code());
        plain(problem);
        return problem;
    }

    private static Problem refusedTree(String text) {
        Problem problem = assertThrows(ProblemException.class, () -> Json.read(text, "parts.json"))
                .problem();
        plain(problem);
        return problem;
    }

    /// In our words: no class, no package, no term of the parser.
    private static void plain(Problem problem) {
        String said = problem.message() + " " + problem.remedy();
        assertTrue(problem.message().startsWith("parts.json cannot be read"), said);
        for (String foreign : List.of(
                "app.attune", "java.", "jackson", "deserializ", "Exception", "token", "constant", "enum", "coerc")) {
            assertFalse(said.contains(foreign), said);
        }
        assertTrue(problem.message().length() < 300, said);
    }

    @Test
    void theGoodTextReads() {
        assertEquals(
                2, Json.read(GOOD, Whole.class, "parts.json").parts().getFirst().amount());
    }

    @Test
    void aValueThatIsNoneOfAFewIsToldWithThemAndTheNearest() {
        Problem problem = refused(GOOD.replace("RED", "GREN"));
        assertEquals(
                "parts.json cannot be read at line 2, column 21 (/parts/0/colour):"
                        + " found \"GREN\", expected one of RED, GREEN.",
                problem.message());
        assertEquals("Did you mean \"GREEN\"?", problem.remedy());
    }

    @Test
    void anUnknownFieldIsToldWithTheKnownOnes() {
        Problem problem = refused(GOOD.replace("\"name\"", "\"nmae\""));
        assertTrue(
                problem.message().contains("\"nmae\" is not known here; known are amount, big, colour, name, share"),
                problem.message());
        assertEquals("Did you mean \"name\"?", problem.remedy());
    }

    @Test
    void aMissingFieldIsToldWithTheOneThatIsNearlyIt() {
        Problem problem = refused(GOOD.replace("\"amount\"", "\"amuont\""));
        assertTrue(problem.message().contains("\"amount\" is missing; there is \"amuont\""), problem.message());
        assertEquals("Did you mean \"amount\"?", problem.remedy());
        assertTrue(refused(GOOD.replace(",\"big\":true", "")).message().contains("\"big\" is missing."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":2       | \"amount\":\"2\"     | found \"2\", expected a whole number",
                "\"amount\":2       | \"amount\":true      | found true, expected a whole number",
                "\"amount\":2       | \"amount\":null      | found null, expected a whole number",
                "\"amount\":2       | \"amount\":99999999999 | expected a whole number of at most 2,147,483,647",
                "\"amount\":2       | \"amount\":-1        | An amount is at least 0.",
                "\"amount\":2       | \"amount\":[2]       | found a list, expected a whole number",
                "\"share\":0.5      | \"share\":{}         | found an object, expected a number",
                "\"big\":true       | \"big\":1            | found 1, expected true or false",
                "\"name\":\"x\"     | \"name\":{}          | found an object, expected a text",
                "\"colour\":\"RED\" | \"colour\":7         | found 7, expected one of RED, GREEN",
            })
    void aWrongTypeIsToldWithWhatBelongsThere(String good, String bad, String said) {
        String damaged = GOOD.replace(good.strip(), bad.strip());
        assertFalse(damaged.equals(GOOD), good);
        Problem problem = refused(damaged);
        assertTrue(problem.message().contains(said), problem.message());
        assertTrue(problem.message().contains("(/parts/0"), problem.message());
    }

    @Test
    void aListIsAskedForWhereAnObjectStands() {
        Problem problem = refused("{\"version\":1,\"parts\":{\"a\":1}}");
        assertTrue(problem.message().contains("expected a list"), problem.message());
        assertTrue(refused("[]").message().contains("expected an object"));
        assertTrue(refused("\"words\"").message().contains("expected an object"));
        assertTrue(refused("{\"version\":1}").message().contains("missing"));
    }

    @Test
    void aKeyGivenTwiceIsRefusedWithItsName() {
        String twice = "{\"version\":1,\"version\":2,\"parts\":[]}";
        assertTrue(
                refused(twice).message().contains("\"version\" is given twice"),
                refused(twice).message());
        assertEquals(
                "Delete one of the two.",
                refusedTree("{\"a\":{\"b\":1,\"b\":2}}").remedy());
    }

    @Test
    void whatFollowsTheEndIsRefused() {
        assertTrue(refused(GOOD + "{}").message().contains("follows after the end"));
        assertTrue(refusedTree("{} {}").message().contains("follows after the end"));
        assertTrue(
                refusedTree("{}}").message().contains("found }"),
                refusedTree("{}}").message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{",
                "{\"a\":",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"x\ny\"}",
                "\u0000",
                "PK\u0003\u0004",
                "<html>",
                "{\"a\":1 \"b\":2}",
                "[1,2",
                "nul",
                "-"
            })
    void whatIsNoJsonIsToldPlainly(String text) {
        refusedTree(text);
        refused(text);
    }

    @Test
    void depthBombsAndHugeNumbersEndInAProblem() {
        assertTrue(refusedTree("[".repeat(100_000)).message().contains("nested"));
        assertTrue(refused("{\"version\":" + "[".repeat(5_000)).message().contains("cannot be read"));
        assertTrue(refusedTree("{\"a\":" + "9".repeat(5_000) + "}").message().contains("digits"));
        assertTrue(refused("{\"version\":" + "9".repeat(500) + "}").message().contains("whole number"));
        refused(GOOD.replace("\"amount\":2", "\"amount\":1e99999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ude00\\ud83d\"}", "{\"a\":\"\ud83d\"}", "{\"\\ud83dx\":1}"})
    void halvesOfCharactersAreRefusedWithTheirPlace(String text) {
        assertTrue(refusedTree(text).message().contains("half of a character"));
        assertTrue(refusedTree("{\n" + text.substring(1)).message().contains("line 2"));
    }

    @Test
    void wholeCharactersAndEscapedBackslashesAreNoHalves() {
        assertEquals(
                "\ud83d\ude00",
                Json.read("{\"a\":\"\\ud83d\\ude00\"}", "x").get("a").asText());
        assertEquals("\\ud83d", Json.read("{\"a\":\"\\\\ud83d\"}", "x").get("a").asText());
        assertEquals(
                "\ud83d\ude00",
                Json.read("{\"a\":\"\ud83d\ude00\"}", "x").get("a").asText());
    }
}
