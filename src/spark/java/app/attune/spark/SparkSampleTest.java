package app.attune.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.EventsFixture;
import app.attune.events.reconcile.DaySum;
import app.attune.events.reconcile.ManifestSql;
import app.attune.events.reconcile.ReconcileService;
import app.attune.profiles.Population;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.RankCondition;
import app.attune.segments.SampleSegments;
import app.attune.segments.SparkSql;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Spark finds on the bundled sample what the workbench finds.
@SuppressWarnings("NullAway.Init") // made before all tests
final class SparkSampleTest {
    private static final Path SAMPLE = Path.of("sample-datasets");
    private static final Window ALL = new Window.AllTime();

    private static SparkSession spark;
    private static EventsFixture events;
    private static Population people;
    private static Instant asOf;

    @BeforeAll
    static void load() throws IOException {
        asOf = Instant.parse(Json.read(Files.readString(SAMPLE.resolve("expected.json")), "expected.json")
                .get("as_of")
                .textValue());
        events = new EventsFixture();
        for (String file : List.of("users.csv.gz", "items.csv.gz", "events.csv.gz")) {
            events.importGuessed(SAMPLE.resolve(file));
        }
        people = events.people();
        spark = LocalSpark.start();
        new SparkTables(spark).load(people, asOf);
    }

    @AfterAll
    static void close() {
        spark.stop();
        events.close();
    }

    @Test
    void everySegmentHasTheSameUsers() {
        Map<String, Condition> segments = new LinkedHashMap<>(SampleSegments.all());
        segments.putAll(others());
        segments.forEach((name, condition) -> {
            Set<String> members = LocalSpark.members(people, condition, asOf);
            assertEquals(members, LocalSpark.texts(spark.sql(SparkSql.of(condition, people, asOf))), name);
        });
    }

    private static Map<String, Condition> others() {
        EventKind view = new EventKind(List.of("view"), List.of());
        EventKind cart = new EventKind(List.of("cart"), List.of());
        EventKind purchase = new EventKind(List.of("purchase"), List.of());
        Within hour = new Within.Span(1, Window.Unit.HOURS);
        return Map.of(
                "abandoned",
                row(cart, List.of(new Near(Near.Relation.NOT_FOLLOWED, purchase, hour)), new Measure.Count(), "2"),
                "way",
                row(
                        view,
                        List.of(),
                        new Measure.Steps(List.of(cart, purchase), hour, Measure.Counted.FROM_FIRST),
                        "3"),
                "average",
                row(purchase, List.of(), new Measure.OfField(Measure.Statistic.AVERAGE, "value"), "49.9"),
                "last",
                row(purchase, List.of(), new Measure.OfField(Measure.Statistic.LAST, "value"), "100"),
                "days",
                row(view, List.of(), new Measure.ActiveDays(), "9"),
                "top",
                new RankCondition(
                        RankCondition.Rank.TOP,
                        7.5,
                        new RankCondition.Ranked.Events(purchase, List.of(), new Measure.Sum("value"), ALL)),
                "part",
                new BucketCondition("mail", 12.5, 37.5));
    }

    private static Condition row(EventKind kind, List<Near> near, Measure measure, String atLeast) {
        return new EventCondition(
                kind.types(), kind.where(), near, measure, ALL, Comparison.AT_LEAST, List.of(atLeast), WhenMissing.NO);
    }

    @Test
    void theManifestIsTheSame() {
        List<DaySum> expected = new ReconcileService(events.store)
                .sums(Progress.none()).stream()
                        .map(sum -> new DaySum(DaySum.ALL, sum.day(), sum.events(), sum.high(), sum.low()))
                        .toList();
        List<DaySum> found = spark.sql(ManifestSql.SPARK.query("events")).collectAsList().stream()
                .map(SparkSampleTest::sum)
                .toList();
        assertEquals(expected, found);
    }

    private static DaySum sum(Row row) {
        return new DaySum(
                row.getString(0), LocalDate.parse(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
