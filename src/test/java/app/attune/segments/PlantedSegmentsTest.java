package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.EventsFixture;
import app.attune.profiles.Population;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The bundled sample's planted segments have the sizes their truth states.
final class PlantedSegmentsTest {
    private static final Path SAMPLE = Path.of("sample-datasets");

    @Test
    void everyPlantedSizeIsRecovered() throws IOException {
        JsonNode expected = Json.read(Files.readString(SAMPLE.resolve("expected.json")), "expected.json");
        Instant asOf = Instant.parse(expected.get("as_of").textValue());
        Map<String, Integer> truths = new HashMap<>();
        expected.get("segments")
                .forEach(truth -> truths.put(
                        truth.get("id").textValue(), truth.get("size").intValue()));
        try (EventsFixture events = new EventsFixture()) {
            for (String file : List.of("users.csv.gz", "items.csv.gz", "events.csv.gz")) {
                events.importGuessed(SAMPLE.resolve(file));
            }
            Population people = events.people();
            SegmentEvaluator evaluator = new SegmentEvaluator();
            Map<String, Integer> found = new HashMap<>();
            SampleSegments.all()
                    .forEach((id, condition) -> found.put(
                            id,
                            evaluator
                                    .audience(condition, people, asOf, Progress.none())
                                    .size()));
            assertEquals(truths, found);
            assertEquals(
                    List.of(
                            "Frequent buyers",
                            "Cart abandoners",
                            "New visitors",
                            "Lapsed",
                            "Window shoppers",
                            "Interested in one item",
                            "VIP"),
                    SegmentTemplates.of(people, asOf, Progress.none()).stream()
                            .filter(template -> evaluator
                                            .audience(template.condition(), people, asOf, Progress.none())
                                            .size()
                                    > 0)
                            .map(SegmentTemplate::name)
                            .toList());
            assertEquals(Optional.empty(), MissingTemplates.of(people, Progress.none()));
        }
    }
}
