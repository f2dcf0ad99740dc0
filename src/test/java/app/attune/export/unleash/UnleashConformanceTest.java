package app.attune.export.unleash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Seeds;
import app.attune.core.json.Json;
import app.attune.export.unleash.UnleashFeatures.Variant;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our Unleash against the specification that its clients are tested with; every test applies.
@Tag("conformance")
final class UnleashConformanceTest {
    private static final Path SPECIFICATIONS = Path.of(System.getProperty("attune.shared", "../shared"))
            .resolve("data/conformance/unleash/specifications");

    private final List<String> wrong = new ArrayList<>();
    private int tests;

    @Test
    void everyTestOfTheClientSpecificationPasses() throws IOException {
        for (JsonNode file : read("index.json")) {
            JsonNode specification = read(file.asText());
            UnleashFeatures features = new UnleashFeatures(specification.path("state"), Seeds.stream(1, "unleash"));
            for (JsonNode test : specification.path("tests")) {
                boolean on = features.isOn(test.path("toggleName").asText(), test.path("context"));
                check(on == test.path("expectedResult").asBoolean(), file, test);
            }
            for (JsonNode test : specification.path("variantTests")) {
                Variant variant = features.variant(test.path("toggleName").asText(), test.path("context"));
                JsonNode expected = test.path("expectedResult");
                check(
                        variant.name().equals(expected.path("name").asText())
                                && variant.payload().equals(expected.path("payload"))
                                && variant.isFeatureOn()
                                        == expected.path("feature_enabled").asBoolean(),
                        file,
                        test);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(279, tests);
    }

    private void check(boolean passes, JsonNode file, JsonNode test) {
        tests++;
        if (!passes) {
            wrong.add(file.asText() + ": " + test);
        }
    }

    private static JsonNode read(String name) throws IOException {
        return Json.mapper().readTree(Files.readString(SPECIFICATIONS.resolve(name)));
    }
}
