package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.OnlineRetail;
import app.attune.profiles.Population;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.Overlap;
import app.attune.segments.discover.BasketLimits;
import app.attune.segments.discover.BoughtTogether;
import app.attune.segments.discover.DiscoveryService;
import app.attune.segments.rfm.Cuts;
import app.attune.segments.rfm.RfmAxes;
import app.attune.segments.rfm.RfmCondition;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        Population people = OnlineRetail.people();
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
        rfm(people);
        baskets(people);
        assertEquals(275 + 1_589 - overlap.everywhere(), overlap.union());
        assertEquals(expected.get(names.get(4)).intValue(), overlap.everywhere(), "both of the two");
    }

    /// The reference cuts days off; five customers stand in the cell of their reference values, and only there.
    private static void rfm(Population people) throws IOException {
        JsonNode reference =
                Json.read(Files.readString(DATA.resolve("reference-stats/segments.json")), "segments.json");
        SegmentService segments = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
        RfmService service = new RfmService(segments);
        RfmGrid fifths = service.grid(RfmService.Wish.FIFTHS, AS_OF, Progress.none());
        assertEquals(reference.at("/rfm_totals/customers").asInt(), fifths.buyers());
        assertEquals(reference.at("/rfm_totals/sum_monetary").asDouble(), fifths.revenue(), 0.01);
        assertEquals("order_id", fifths.frequency());
        reference.get("rfm_samples").propertyStream().forEach(one -> {
            int days = one.getValue().get("recency_days").asInt();
            int times = one.getValue().get("frequency").asInt();
            Cuts recency = new Cuts(List.of(days - 1e-6, days + 1 - 1e-6));
            Cuts often = new Cuts(List.of(times - 1.0, (double) times));
            RfmGrid grid = service.grid(
                    new RfmService.Wish(RfmAxes.RECENCY_FREQUENCY, Optional.of(recency), Optional.of(often)),
                    AS_OF,
                    Progress.none());
            int user = people.events().users().find(one.getKey()).orElseThrow();
            assertEquals(true, grid.cell(1, 1).users().contains(user), one.getKey());
            Condition made = RfmCondition.of(grid, List.of(grid.cell(1, 1)));
            assertEquals(
                    grid.cell(1, 1).size(),
                    segments.audience(made, AS_OF, Progress.none()).size());
        });
    }

    /// The pairs in most invoices of another implementation, with their figures; it names the two in either order.
    private static void baskets(Population people) throws IOException {
        JsonNode reference = Json.read(Files.readString(DATA.resolve("reference-stats/segments.json")), "segments.json")
                .get("basket");
        JsonNode pairs = reference.get("top_pairs_among_300_most_frequent_items");
        SegmentService segments = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
        List<BoughtTogether> found = new DiscoveryService(segments)
                .baskets(BasketLimits.DEFAULT.most(pairs.size()), AS_OF, Progress.none())
                .pairs();
        assertEquals(pairs.size(), found.size());
        for (JsonNode pair : pairs) {
            List<String> items = List.of(pair.get("a").asText(), pair.get("b").asText());
            BoughtTogether ours = found.stream()
                    .filter(one -> items.contains(one.first()) && items.contains(one.second()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(items + " is not among " + found));
            boolean same = ours.first().equals(items.getFirst());
            assertEquals(reference.get("invoices").asInt(), ours.orders());
            assertEquals(pair.get("support_count").asInt(), ours.both());
            assertEquals(pair.get("count_a").asInt(), same ? ours.ofFirst() : ours.ofSecond());
            assertEquals(pair.get("count_b").asInt(), same ? ours.ofSecond() : ours.ofFirst());
            assertEquals(pair.get("lift").asDouble(), ours.lift(), 1e-12);
            if (same) {
                assertEquals(pair.get("confidence_a_b").asDouble(), ours.confidence(), 1e-12);
            }
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
