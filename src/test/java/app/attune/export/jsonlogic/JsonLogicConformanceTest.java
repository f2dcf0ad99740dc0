package app.attune.export.jsonlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Classic JsonLogic against the 278 tests of jsonlogic.com.
@Tag("conformance")
final class JsonLogicConformanceTest {
    private static final Path SUITE = Path.of(System.getProperty("attune.shared", "../shared"))
            .resolve("data/conformance/jsonlogic/suites/compatible.json");
    private static final Comparator<JsonNode> BY_VALUE = (a, b) ->
            a.isNumber() && b.isNumber() ? Double.compare(a.doubleValue(), b.doubleValue()) : a.equals(b) ? 0 : 1;

    @Test
    void everyClassicCaseComesOutAsPublished() throws IOException {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (JsonNode test : Json.mapper().readTree(Files.readString(SUITE))) {
            if (test.isObject()) {
                cases++;
                JsonNode data = test.has("data") ? test.path("data") : NullNode.getInstance();
                JsonNode got = JsonLogic.read(test.path("rule")).apply(data);
                if (!got.equals(BY_VALUE, test.path("result"))) {
                    wrong.add(test + " gives " + got);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(278, cases);
    }
}
