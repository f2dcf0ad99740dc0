package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.EventsFixture;
import app.attune.profiles.Population;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.Overlap;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Five segments of a real shop have the sizes a reference computed in another language.
@Tag("conformance")
final class OnlineRetailSegmentsTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");
    private static final Instant AS_OF = Instant.parse("2011-12-10T00:00:00Z");

    @Test
    void referenceCountsComeOutExactly() throws IOException {
        JsonNode expected = Json.read(Files.readString(DATA.resolve("reference-stats/segments.json")), "segments.json")
                .get("segments");
        try (EventsFixture events = new EventsFixture()) {
            events.importGuessed(DATA.resolve("online-retail/online-retail.csv.gz"));
            Population people = events.people();
            SegmentEvaluator evaluator = new SegmentEvaluator();
            List<Condition> conditions = conditions();
            List<String> names =
                    expected.propertyStream().map(java.util.Map.Entry::getKey).toList();
            assertEquals(conditions.size(), names.size());
            for (int i = 0; i < conditions.size(); i++) {
                long from = System.nanoTime();
                int size = evaluator
                        .audience(conditions.get(i), people, AS_OF, Progress.none())
                        .size();
                System.getLogger("bench")
                        .log(
                                System.Logger.Level.INFO,
                                "{0}: {1} users in {2} ms",
                                names.get(i),
                                size,
                                (System.nanoTime() - from) / 1e6);
                assertEquals(expected.get(names.get(i)).intValue(), size, names.get(i));
            }
            Overlap overlap = new CompareService(
                            new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC()))
                    .overlap(
                            List.of(draft("VIP", conditions.get(2)), draft("Returners", conditions.get(3))),
                            AS_OF,
                            Progress.none());
            assertEquals(275 + 1_589 - overlap.everywhere(), overlap.union());
            assertEquals(expected.get(names.get(4)).intValue(), overlap.everywhere(), "both of the two");
        }
    }

    private static SegmentDraft draft(String name, Condition condition) {
        return new SegmentDraft(SegmentNames.plainId(name), name, condition);
    }

    private static List<Condition> conditions() {
        Condition frequent = row(
                "purchase",
                new Measure.CountDistinct("order_id"),
                new Window.Last(90, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                "5");
        Condition lapsed =
                row("purchase", new Measure.DaysSinceLast(), new Window.AllTime(), Comparison.MORE_THAN, "180");
        Condition vip = row("purchase", new Measure.Sum("value"), new Window.AllTime(), Comparison.AT_LEAST, "5000");
        Condition returners = row("return", new Measure.Count(), new Window.AllTime(), Comparison.AT_LEAST, "1");
        return List.of(frequent, lapsed, vip, returners, new AllOf(List.of(returners, vip)));
    }

    private static Condition row(String type, Measure measure, Window window, Comparison comparison, String value) {
        return new EventCondition(List.of(type), List.of(), measure, window, comparison, List.of(value));
    }
}
