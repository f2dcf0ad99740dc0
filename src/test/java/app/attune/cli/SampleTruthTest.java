package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.EventFrame;
import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import app.attune.events.quality.Lateness;
import app.attune.events.quality.QualityReport;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Evaluation;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCount;
import app.attune.rules.RuleProgram;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.Window;
import app.attune.stats.ChiSquare;
import app.attune.stats.Interval;
import app.attune.stats.KolmogorovSmirnov;
import app.attune.stats.Proportions;
import app.attune.stats.TestResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample workspace shows the analyst what was planted in the sample, to the last user.
final class SampleTruthTest {
    private static final double SUSPICIOUS = .001;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private static JsonNode expected;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private static Services services;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private static Population people;

    @BeforeAll
    static void open() throws IOException {
        expected = Json.read(Files.readString(Path.of("sample-datasets", "expected.json")), "expected.json");
        services = SampleWorkspace.open(folder.resolve("sample"), Terminal.CLOCK, Progress.none());
        people = services.populations().current(Progress.none());
    }

    @AfterAll
    static void close() {
        services.close();
    }

    /// Days and late events as counted from the file by other means.
    @Test
    void theQualityReportSeesLateEventsAndDaysThatStandOut() {
        QualityReport report = services.quality().report(Progress.none());
        Lateness lateness = report.lateness().orElseThrow();
        assertEquals(expected.at("/arrival/late_events").asLong(), lateness.laterThan(Duration.ofHours(24)));
        assertEquals(expected.at("/arrival/distinct_rows").asLong(), lateness.known());
        assertEquals(1_774, lateness.laterThan(Duration.ofDays(2)));
        assertEquals(15, lateness.dropped(Duration.ofDays(7), Progress.none()).events());
        assertEquals(182, report.volume().days().size());
        assertEquals(14, report.volume().unusual().size());
        assertEquals("2026-10-21", report.volume().unusual().getFirst().date().toString());
        assertTrue(report.imports().stream().allMatch(ImportReport::addsUp));
    }

    @Test
    void everyRowOfEveryFileIsAccountedForAndExactDuplicatesAreDropped() {
        Map<String, Long> rows = new TreeMap<>();
        for (ImportReport report : services.imports().imports()) {
            assertTrue(report.addsUp(), report::toString);
            assertEquals(0, report.quarantined());
            rows.put(report.sourceName(), report.read());
            if (report.rows() == RowKind.EVENTS) {
                assertEquals(number("/arrival/exact_duplicates"), report.duplicatesDropped());
                assertEquals(number("/arrival/distinct_rows"), report.accepted());
            }
        }
        Map<String, Long> truth = new TreeMap<>();
        expected.get("files")
                .forEach(file ->
                        truth.put(file.get("name").asText(), file.get("rows").asLong()));
        truth.remove("messy-events.csv");
        assertEquals(truth, rows);
        assertEquals(truth.get("users.csv.gz"), people.size());
        assertEquals(truth.get("items.csv.gz"), people.events().itemCount());
        assertEquals(number("/arrival/distinct_rows"), people.events().eventCount());
        assertEquals(expected.get("as_of").asText(), people.defaultAsOf().toString());
    }

    @Test
    void everySegmentHasItsPlantedSize() {
        Map<String, Integer> truth = new TreeMap<>();
        expected.get("segments")
                .forEach(segment -> truth.put(
                        segment.get("id").asText(), segment.get("size").asInt()));
        Map<String, Integer> found = new TreeMap<>();
        for (SegmentDefinition segment : services.segments().list()) {
            found.put(segment.id().value(), size(segment.condition()));
        }
        assertEquals(435, found.remove("keen-on-one-item"), "counted from the file by other means");
        assertEquals(truth, found);
    }

    @Test
    void aTriggerAndAScheduleWaitAsDraftsThatCanBeActivated() {
        Map<String, Rule> drafts = new TreeMap<>();
        services.rules().rules().stream()
                .filter(rule -> rule.status() == Rule.Status.DRAFT)
                .forEach(rule -> drafts.put(rule.id().value(), rule));
        assertEquals(Set.of("goes-with", "weekend-shoes"), drafts.keySet());
        assertFalse(Objects.requireNonNull(drafts.get("weekend-shoes"))
                .limits()
                .schedule()
                .isAlways());
        RuleBasis basis = services.decisions().basis(Progress.none());
        RuleProgram active = services.rules()
                .program()
                .withRules(services.rules().rules().stream()
                        .map(rule -> rule.withStatus(Rule.Status.ACTIVE))
                        .toList());
        RuleCount count = RuleCount.of(active, basis, Progress.none());
        assertEquals(List.of(), count.findings());
        assertEquals(435, count.reach().get(6).matched());
    }

    @Test
    void lateEventsAreAsManyAndAsLateAsPlanted() {
        SampleFrame frame = new SampleFrame(people.events());
        long[] late = frame.delays()
                .filter(delay -> delay > Duration.ofHours(24).toMillis())
                .toArray();
        assertEquals(number("/arrival/late_events"), late.length);
        long latest = LongStream.of(late).max().orElseThrow();
        assertEquals(number("/arrival/latest_hours"), Duration.ofMillis(latest).toHours());
    }

    @Test
    void itemNeighboursBeatPopularityBeyondDoubt() {
        Evaluation evaluation = services.models()
                .newest(Algorithm.ITEM_KNN.kind())
                .orElseThrow()
                .evaluation();
        Interval knn = evaluation.row("Item-kNN").orElseThrow().ndcg10();
        Interval popularity = evaluation.row("Popularity").orElseThrow().ndcg10();
        assertTrue(knn.low() > popularity.high(), knn + " and " + popularity);
        assertTrue(evaluation.split().leakage().passes());
    }

    @Test
    void theFairTestPassesTheSampleRatioCheckAndTheBrokenOneIsFlagged() {
        for (JsonNode experiment : expected.get("experiments")) {
            List<Proportions.Share> arms = arms(experiment);
            double share = experiment.get("intended_treatment_share").asDouble();
            TestResult ratio = ChiSquare.goodnessOfFit(
                    new long[] {arms.getFirst().n(), arms.getLast().n()}, new double[] {1 - share, share});
            assertEquals(experiment.get("srm_chi_square").asDouble(), ratio.statistic(), 1e-4);
            boolean broken = experiment.get("true_treatment_share").asDouble() != share;
            assertEquals(broken, ratio.pValue() < SUSPICIOUS, experiment.get("experiment") + " p " + ratio.pValue());
        }
    }

    @Test
    void theUpliftIntervalContainsThePlantedUplift() {
        JsonNode banner = expected.at("/experiments/0");
        List<Proportions.Share> arms = arms(banner);
        Interval uplift = Proportions.difference(arms.getLast(), arms.getFirst(), .99);
        double control = (double) arms.getFirst().successes() / arms.getFirst().n();
        double planted = banner.get("true_relative_uplift").asDouble() * control;
        assertTrue(uplift.low() < planted && planted < uplift.high(), uplift + " and " + planted);
        assertFalse(uplift.containsZero());
        assertTrue(Proportions.pooledZ(arms.getLast(), arms.getFirst()).pValue() < SUSPICIOUS);
    }

    private static List<Proportions.Share> arms(JsonNode experiment) {
        SampleFrame frame = new SampleFrame(people.events());
        return experiment
                .get("variants")
                .valueStream()
                .map(variant -> {
                    Proportions.Share arm = frame.arm(
                            experiment.get("experiment").asText(),
                            variant.get("variant").asText(),
                            Instant.parse(experiment.get("to").asText()));
                    assertEquals(variant.get("users").asInt(), arm.n());
                    assertEquals(variant.get("buyers").asInt(), arm.successes());
                    return arm;
                })
                .toList();
    }

    @Test
    void onlyThePlantedFeaturesDrift() {
        EventFrame events = people.events();
        long from = Instant.parse(expected.at("/drift/from_day").asText() + "T00:00:00Z")
                .toEpochMilli();
        Map<String, FeatureReading> found = FeatureReading.of(events, from);
        double steadiest = Double.MAX_VALUE;
        for (JsonNode feature : expected.at("/drift/drifting")) {
            steadiest = Math.min(steadiest, distance(feature, found));
        }
        for (JsonNode feature : expected.at("/drift/steady")) {
            double distance = distance(feature, found);
            assertTrue(distance < steadiest / 3, feature.get("feature") + " moved by " + distance);
        }
    }

    private static double distance(JsonNode feature, Map<String, FeatureReading> found) {
        FeatureReading values =
                Objects.requireNonNull(found.get(feature.get("feature").asText()));
        double[] before = values.before();
        double[] after = values.after();
        assertEquals(feature.get("n_before").asInt(), before.length, feature::toString);
        assertEquals(feature.get("n_after").asInt(), after.length, feature::toString);
        assertEquals(
                feature.get("mean_before").asDouble(),
                Arrays.stream(before).average().orElseThrow(),
                1e-5);
        assertEquals(
                feature.get("mean_after").asDouble(),
                Arrays.stream(after).average().orElseThrow(),
                1e-5);
        double distance = KolmogorovSmirnov.distance(before, after);
        assertEquals(feature.get("ks").asDouble(), distance, 1e-5, feature::toString);
        return distance;
    }

    @Test
    void theOfferReachesTheTwoGroupsAsUnequallyAsPlanted() {
        Condition active = happened("view", List.of());
        Condition shown = happened("exposure", List.of(new FieldTest("experiment", Comparison.IS_MISSING, List.of())));
        for (JsonNode group : expected.at("/disparity/groups")) {
            Condition member = new AttributeCondition(
                    "gender", Comparison.IS, List.of(group.get("gender").asText()));
            assertEquals(group.get("users").asInt(), size(new AllOf(List.of(active, member))));
            assertEquals(group.get("shown").asInt(), size(new AllOf(List.of(active, shown, member))));
        }
    }

    private static Condition happened(String type, List<FieldTest> where) {
        return new EventCondition(
                List.of(type),
                where,
                new Measure.Count(),
                new Window.Last(28, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                List.of("1"));
    }

    private static int size(Condition condition) {
        Instant asOf = Instant.parse(expected.get("as_of").asText());
        return services.segments().audience(condition, asOf, Progress.none()).size();
    }

    private static long number(String pointer) {
        return expected.at(pointer).asLong();
    }
}
