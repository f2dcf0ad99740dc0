package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.core.json.Json;
import app.attune.export.SqlLiterals.Read;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import app.attune.export.sql.SqlTarget;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Texts of analysts stay texts in the SQL for BigQuery and Snowflake, which do not run here.
final class WarehouseSqlTest {
    private static final List<String> DIALECTS = List.of("bigquery", "snowflake");
    private static final int DRAWN = 400;

    private static final List<String> HOSTILE = List.of(
            "plain",
            "'",
            "''",
            "'''",
            "\"",
            "\"\"\"",
            "`",
            "\\",
            "\\'",
            "\\\\'",
            "'\\",
            "\\n",
            "\\u0041",
            "\\x41",
            "\\101",
            "\\0",
            "\n",
            "\r\n",
            "\t",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u00e9",
            "\u540d\u524d",
            "\ud83d\ude00",
            "--",
            "-- '",
            "#",
            "//",
            "/*",
            "*/",
            "$$",
            "$1",
            "{{x}}",
            "${x}",
            ":x",
            "?",
            "@x",
            "%",
            "_",
            "'; DROP TABLE attune_profile; --",
            "' OR 1 = 1 /*",
            "\\'; DELETE FROM attune_profile; #");

    private static FlagPlan plan(String comparison, List<String> texts, String name) {
        ObjectNode segments = Json.mapper().createObjectNode();
        segments.withArray("attributes").addObject().put("name", name).put("kind", "text");
        ObjectNode segment =
                segments.withArray("segments").addObject().put("id", "s").put("name", name);
        ArrayNode values = segment.putObject("condition")
                .put("attribute", name)
                .put("comparison", comparison)
                .putArray("values");
        texts.forEach(values::add);
        ObjectNode rules = Json.mapper().createObjectNode();
        rules.putObject("decision")
                .putObject("consent")
                .put("attribute", "consent")
                .put("granted", "X")
                .put("missing", "refused");
        ObjectNode rule = rules.withArray("rules").addObject().put("id", "r").put("name", name);
        rule.put("segment", "s").put("status", "active");
        rule.putObject("then").put("do", "offer").put("code", name).put("text", name);
        return FlagReader.read(Json.write(segments), Json.write(rules));
    }

    private static Map<String, String> files(FlagPlan plan) {
        return new SqlTarget().files(plan);
    }

    private static Read read(String dialect, String file, Map<String, String> files) {
        return SqlLiterals.read(dialect, files.getOrDefault(dialect + "-" + file + ".sql", ""));
    }

    private static List<String> texts() {
        SplittableRandom random = Seeds.stream(1, "texts for warehouses");
        List<String> texts = new ArrayList<>(HOSTILE);
        for (int i = 0; i < DRAWN; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /// Each text alone, beside the words and literals that are there for a plain one.
    @Test
    void everyTextIsALiteralThatMeansItself() {
        for (String comparison : List.of("is", "contains", "starts-with")) {
            Map<String, String> harmless = files(plan(comparison, List.of("plain"), "tier"));
            for (String text : texts()) {
                Map<String, String> files = files(plan(comparison, List.of(text), "tier"));
                for (String dialect : DIALECTS) {
                    Read plain = read(dialect, "flags", harmless);
                    assertTrue(plain.literals().contains("plain"), plain::toString);
                    Read hostile = read(dialect, "flags", files);
                    String what = dialect + " " + comparison + " " + Json.write(text);
                    assertEquals(plain.words(), hostile.words(), what);
                    List<String> expected = plain.literals().stream()
                            .map(literal -> literal.equals("plain") ? text : literal)
                            .toList();
                    assertEquals(expected, hostile.literals(), what);
                }
            }
        }
    }

    @Test
    void listsOfTextsKeepEachOfThem() {
        for (String dialect : DIALECTS) {
            Read read = read(dialect, "flags", files(plan("is", HOSTILE, "tier")));
            assertTrue(read.literals().containsAll(HOSTILE), read::toString);
        }
    }

    /// Names of columns are made of letters, and comments end where they should.
    @Test
    void namesAreNeverRead() {
        Map<String, String> harmless = files(plan("is", List.of("x"), "a b"));
        for (String text : texts()) {
            Map<String, String> files = files(plan("is", List.of("x"), "a " + text + " b"));
            for (String dialect : DIALECTS) {
                for (String file : List.of("table", "flags")) {
                    assertEquals(
                            read(dialect, file, harmless).words().size(),
                            read(dialect, file, files).words().size(),
                            text);
                }
            }
        }
    }

    @Test
    void whatStandsForLettersThatDatabasesHaveNotIsRefused() {
        assertEquals(List.of(), new SqlTarget().findings(plan("is", HOSTILE, "tier")));
        String message = new SqlTarget()
                .findings(plan("contains", List.of("a\ufffd"), "tier"))
                .getFirst()
                .message();
        assertTrue(message.contains("U+FFFD"), message);
    }

    /// The reader itself finds what is not escaped.
    @Test
    void theReaderKnowsWhatIsNoLiteral() {
        assertEquals(List.of("a'b"), SqlLiterals.read("bigquery", "'a\\'b'").literals());
        assertEquals(
                List.of("a'b"), SqlLiterals.read("snowflake", "'a''b' -- c'").literals());
        assertEquals(List.of("a", "b"), SqlLiterals.read("bigquery", "'a''b'").literals());
        assertEquals(
                List.of("A\u0001q"),
                SqlLiterals.read("snowflake", "'\\x41\\001\\q'").literals());
        assertThrows(IllegalArgumentException.class, () -> SqlLiterals.read("bigquery", "'\\q'"));
        assertThrows(IllegalArgumentException.class, () -> SqlLiterals.read("bigquery", "'\\ud800'"));
        assertThrows(IllegalArgumentException.class, () -> SqlLiterals.read("bigquery", "'a\nb'"));
        assertThrows(StringIndexOutOfBoundsException.class, () -> SqlLiterals.read("snowflake", "'a\\'"));
    }
}
