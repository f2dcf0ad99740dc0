package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The bundled sample shop: what was planted is found again.
final class SampleTruthTest {
    private static final Path SAMPLE = Path.of("sample-datasets");

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private static Population population;

    @BeforeAll
    static void read() throws IOException {
        EventFrameBuilder builder = new EventFrameBuilder();
        Set<String> seen = new HashSet<>();
        eachRow("events.csv.gz", row -> {
            if (seen.add(row.getField("event_id"))) {
                builder.event(
                        row.getField("user_id"),
                        Instant.parse(row.getField("time")),
                        row.getField("event"),
                        row.getField("item_id"),
                        Double.NaN);
            }
        });
        EventFrame frame = builder.build();
        Map<String, Map<String, String>> consent = new HashMap<>();
        eachRow(
                "users.csv.gz",
                row -> consent.put(
                        row.getField("user_id"),
                        Map.of("consent_personalisation", row.getField("consent_personalisation"))));
        List<Map<String, String>> attributes = frame.users().texts().stream()
                .map(user -> consent.getOrDefault(user, Map.of()))
                .toList();
        population = Population.agreeing(
                frame, new ColumnTable(frame.userCount(), EventFrameBuilder.columnsOf(attributes)), frame.dataHash());
    }

    private static void eachRow(String file, Consumer<NamedCsvRecord> use) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(SAMPLE.resolve(file)));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(use);
        }
    }

    @Test
    void itemKnnBeatsPopularityInEveryPeriodAndOverAll() {
        RollingEvaluation rolling = switch (measured(new SplitWay.RollingOrigin(3), 0)) {
            case Measured.Rolling one -> one.evaluation();
            case Measured.Once one -> throw new AssertionError(one);
        };
        assertEquals(3, rolling.measured().size());
        for (RollingEvaluation.Period period : rolling.periods()) {
            Evaluation evaluation = period.evaluation().orElseThrow();
            assertEquals("Item-kNN", evaluation.best().name());
            assertTrue(evaluation.split().leakage().passes());
        }
        assertEquals("Item-kNN", rolling.differences().getLast().best());
        assertTrue(rolling.differences().getLast().distinguishable());
    }

    @Test
    void leaveLastOutOnTheCoreIsToldWithWhatItLeaksAndLeavesOut() {
        Evaluation evaluation = switch (measured(new SplitWay.LeaveLastOut(), 5)) {
            case Measured.Once one -> one.evaluation();
            case Measured.Rolling one -> throw new AssertionError(one);
        };
        SplitFacts facts = evaluation.split();
        assertEquals("Item-kNN", evaluation.best().name());
        assertTrue(facts.leakage().testBeforeEnd() > facts.testEvents() / 2);
        assertEquals(0, facts.leakage().ownFuture());
        assertTrue(facts.details().core().users() > 0);
    }

    private static Measured measured(SplitWay way, int core) {
        MeasuringRequest request = new MeasuringRequest(
                List.of(Algorithm.ITEM_KNN.usual()),
                InteractionOptions.suggestFor(population.events()),
                new Protocol(way, core),
                1,
                List.of());
        return new RecommendService(new FakeModelStore(), Shop.CLOCK)
                .measuring()
                .measure(population, request, Progress.none());
    }

    @Test
    void itemKnnBeatsPopularityAndBothBeatRandom() {
        RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
        TrainingRequest request =
                TrainingRequest.of(Algorithm.ITEM_KNN.usual(), InteractionOptions.suggestFor(population.events()));
        Evaluation evaluation =
                service.train(population, request, Progress.none()).evaluation();
        assertEquals("Item-kNN", evaluation.best().name());
        assertTrue(evaluation.differenceTo("Popularity").orElseThrow().distinguishable());
        assertTrue(evaluation.differenceTo("Random").orElseThrow().distinguishable());
    }

    @Test
    void plantedComplementsLeadEachOthersNeighbours() throws IOException {
        JsonNode planted = Json.read(Files.readString(SAMPLE.resolve("expected.json")), "expected.json")
                .at("/pairs/planted");
        assertEquals(10, planted.size());
        ItemItemModel model = (ItemItemModel) Trainers.train(
                Shop.interactions(population, Shop.PURCHASES),
                Algorithm.ITEM_KNN.usual(),
                1,
                Shop.CLOCK,
                Progress.none());
        for (JsonNode pair : planted) {
            ItemId a = new ItemId(pair.get("item_a").asText());
            ItemId b = new ItemId(pair.get("item_b").asText());
            assertEquals(0, place(model, a, b), b + " leads the neighbours of " + a);
            assertEquals(0, place(model, b, a), a + " leads the neighbours of " + b);
        }
    }

    private static int place(ItemItemModel model, ItemId of, ItemId other) {
        return model.neighbours(model.items().indexOf(of)).stream()
                .map(ItemItemModel.Neighbour::item)
                .toList()
                .indexOf(other);
    }
}
