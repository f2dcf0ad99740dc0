package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import app.attune.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ConditionJsonTest {
    @Test
    void whatIsWrittenReadsAsAnEqualCondition() {
        RandomTrees trees = new RandomTrees(Seeds.stream(7, "json"));
        for (int i = 0; i < 1_000; i++) {
            Condition condition = trees.nextMarked();
            String text = ConditionJson.write(condition);
            assertEquals(condition, ConditionJson.read(text), text);
        }
    }

    @Test
    void whatIsWrittenFitsThePublishedSchemaAndDamageDoesNot() throws IOException {
        SchemaSubset schema = schema();
        RandomTrees trees = new RandomTrees(Seeds.stream(8, "schema"));
        for (int i = 0; i < 500; i++) {
            String text = ConditionJson.write(trees.nextMarked());
            assertTrue(schema.accepts(Json.read(text, "condition")), text);
            assertFalse(
                    schema.accepts(Json.read(
                            text.replace("\"comparison\":", "\"comparision\":")
                                    .replace("\"version\":1", "\"version\":\"1\""),
                            "condition")),
                    text);
        }
    }

    private static SchemaSubset schema() throws IOException {
        try (InputStream file = ConditionJson.class.getResourceAsStream("/schema/condition.schema.json")) {
            return new SchemaSubset(Json.read(
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8), "schema"));
        }
    }

    @Test
    void whatWasStoredBeforeThereWereNeighboursStillReads() {
        Condition old = ConditionJson.read("{\"format\":\"attune.condition\",\"version\":1,\"condition\":"
                + "{\"measure\":{\"kind\":\"count\"},\"types\":[\"view\"],\"where\":[{\"field\":\"item\","
                + "\"comparison\":\"is\",\"values\":[\"a\"]}],\"window\":{\"kind\":\"all-time\"},"
                + "\"comparison\":\"at-least\",\"values\":[\"1\"]}}");
        assertEquals(
                new EventCondition(
                        List.of("view"),
                        List.of(new FieldTest("item", Comparison.IS, List.of("a"))),
                        new Measure.Count(),
                        new Window.AllTime(),
                        Comparison.AT_LEAST,
                        List.of("1")),
                old);
        assertFalse(ConditionJson.write(old).contains("whenMissing"));
    }

    @Test
    void aComparisonThatAsksForMissingValuesTakesNoOtherWord() {
        assertUnreadable(
                "{\"attribute\":\"a\",\"comparison\":\"is-present\",\"values\":[],\"whenMissing\":\"yes\"}",
                "/whenMissing");
    }

    @Test
    void aPartIsMarkedOnceAndByTrueOrFalse() {
        assertUnreadable("{\"muted\":true,\"part\":{\"locked\":true,\"part\":{\"all\":[]}}}", "/part");
        assertUnreadable("{\"muted\":\"yes\",\"part\":{\"all\":[]}}", "/muted");
    }

    @Test
    void placeOfAnUnknownKeyIsNamed() {
        assertUnreadable(
                "{\"all\":[{\"attribute\":\"a\",\"comparison\":\"is\",\"values\":[],\"colour\":1}]}", "/all/0/colour");
    }

    @Test
    void unknownComparisonIsRefusedWithItsPlace() {
        assertUnreadable(
                "{\"any\":[{\"attribute\":\"a\",\"comparison\":\"like\",\"values\":[]}]}", "/any/0/comparison");
    }

    @Test
    void endlessNestingIsRefused() {
        assertUnreadable("{\"all\":[".repeat(40) + "]}".repeat(40), "nested");
    }

    @Test
    void newerVersionIsRefusedWithBothVersions() {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> ConditionJson.read("{\"format\":\"attune.condition\",\"version\":2,\"condition\":{\"all\":[]}}"));
        assertEquals("segments.unknown-format", refused.problem().code());
    }

    private static void assertUnreadable(String node, String place) {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> ConditionJson.read("{\"format\":\"attune.condition\",\"version\":1,\"condition\":" + node + "}"));
        assertEquals("segments.unreadable-condition", refused.problem().code());
        assertTrue(
                refused.problem().message().contains(place), refused.problem().message());
    }
}
