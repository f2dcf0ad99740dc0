package app.attune.events.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventCells;
import app.attune.events.EventChoice;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.events.EventRows;
import app.attune.events.store.H2ExpectationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QualityReportTest {
    private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-05T08:00:00Z"), ZoneOffset.UTC);

    private static EventFrame frame() {
        return new EventFrameBuilder()
                .event("ann", START, "view", "", 10, Map.of("order", "o1", "note", "fine"))
                .event("ann", START.plusSeconds(60), "view", "sku-1", 20, Map.of("order", "o2", "note", " padded"))
                .event("bob", START.plusSeconds(120), "cart", "sku-1", 900, Map.of("order", "o2"))
                .event("bob", Instant.parse("2027-01-01T00:00:00Z"), "refund", "", Double.POSITIVE_INFINITY)
                .build();
    }

    private static QualityReport report() {
        return QualityReport.of(EventCells.of(frame()), List.of(), CLOCK.instant(), Progress.none());
    }

    private static ColumnQuality column(String name) {
        return report().columns().stream()
                .filter(column -> column.profile().field().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void columnsAreJudgedByWhatIsThereValidAndDifferent() {
        assertEquals(0.5, column("item").completeness());
        assertEquals(0.75, column("order").completeness());
        assertEquals(2.0 / 3, column("order").uniqueness());
        assertEquals(1, column("note").invalid());
        assertEquals(1, column("value").invalid());
        assertEquals(0.75, column("value").validity());
        assertEquals(1, column("time").invalid());
    }

    /// Eight Mondays: median 100, MAD 10, so the score of 200 is 0.6745 * 100 / 10 = 6.745.
    @Test
    void daysAreComparedWithTheirWeekday() {
        long[] mondays = {90, 110, 85, 115, 100, 100, 200, 90};
        long[] counts = new long[57];
        for (int day = 0; day < counts.length; day++) {
            counts[day] = day % 7 == 0 ? mondays[Math.min(7, day / 7)] : 50;
        }
        DailyVolume volume = DailyVolume.of(LocalDate.parse("2026-08-03"), counts);
        assertEquals(1, volume.unusual().size());
        DailyVolume.Day found = volume.unusual().getFirst();
        assertEquals(LocalDate.parse("2026-09-14"), found.date());
        assertEquals(DailyVolume.Verdict.HIGH, found.verdict());
        assertEquals(6.745, found.score(), 1e-9);
        assertEquals(100, found.usual());
        assertEquals(151.890, found.high(), 1e-3);
        assertEquals(
                "1 of 57 days stand out, most of all 14 Sep 2026 with 200 events where 100 are usual",
                volume.chart().title());
    }

    @Test
    void aDayThatDiffersFromDaysAllAlikeStandsOut() {
        long[] counts = new long[35];
        Arrays.fill(counts, 50);
        counts[0] = 0;
        counts[8] = 0;
        counts[9] = 51;
        DailyVolume volume = DailyVolume.of(LocalDate.parse("2026-08-03"), counts);
        assertEquals(DailyVolume.Verdict.LOW, volume.days().get(8).verdict());
        assertEquals(DailyVolume.Verdict.CUT, volume.days().getFirst().verdict());
        assertEquals(1, volume.unusual().size());
    }

    @Test
    void fewDaysOfAWeekdaySayNothing() {
        DailyVolume volume = DailyVolume.of(LocalDate.parse("2026-08-03"), new long[] {1, 1, 1, 1, 1, 1, 1, 500, 1});
        assertEquals(DailyVolume.Verdict.TOO_FEW, volume.days().get(7).verdict());
        assertTrue(volume.unusual().isEmpty());
    }

    /// Three events of two users, loaded 30 s, 2 h and 3 days after they happened.
    private static EventFrame loaded() {
        Dictionary users = Dictionary.of(List.of("ann", "bob"));
        long[] times = {0, 1_000, 2_000};
        Column loaded = new DateColumn("loaded_at", new long[] {30_000, 1_000 + 7_200_000, 2_000 + 3 * 86_400_000L});
        EventColumns columns = new EventColumns(
                users,
                Dictionary.of(List.of()),
                Dictionary.of(List.of("view")),
                new int[] {0, 2, 3},
                times,
                new int[3],
                new int[] {-1, -1, -1},
                new double[3]);
        return new EventFrame(columns, List.of(loaded), ColumnTable.empty(0), "loaded");
    }

    @Test
    void aLimitOnLatenessTellsWhatItCosts() {
        Lateness lateness = Lateness.of(loaded(), Progress.none()).orElseThrow();
        assertEquals(3, lateness.known());
        assertEquals(2, lateness.laterThan(Duration.ofMinutes(1)));
        assertEquals(1, lateness.laterThan(Duration.ofHours(2)));
        assertEquals(0, lateness.laterThan(Duration.ofDays(3)));
        assertEquals(
                new Lateness.Dropped(Duration.ofMinutes(1), 2, 2, 1),
                lateness.dropped(Duration.ofMinutes(1), Progress.none()));
        assertEquals(Duration.ofHours(2), lateness.quantile(0.5));
        var bars = lateness.chart(Duration.ofHours(24)).bars();
        assertEquals(3, bars.stream().mapToDouble(bar -> bar.value()).sum());
        assertEquals(
                List.of("2 to 4 days"),
                bars.stream()
                        .filter(bar -> bar.highlighted() && bar.value() > 0)
                        .map(bar -> bar.name())
                        .toList());
    }

    @Test
    void durationsReadAsPeopleSayThem() {
        assertEquals("45 s", Lateness.words(Duration.ofSeconds(45)));
        assertEquals("1 min", Lateness.words(Duration.ofMinutes(1)));
        assertEquals("1.5 h", Lateness.words(Duration.ofMinutes(90)));
        assertEquals("24 h", Lateness.words(Duration.ofDays(1)));
        assertEquals("3.5 days", Lateness.words(Duration.ofHours(84)));
        assertEquals("20 days", Lateness.words(Duration.ofDays(20)));
    }

    @Test
    void withoutATimeOfLoadingNothingIsSaidOfLateness() {
        assertTrue(report().lateness().isEmpty());
    }

    private static Outcome outcome(Check check) {
        return new ExpectationCheck(report(), Progress.none()).of(new Expectation("Expected", check));
    }

    private static int rows(Outcome outcome) {
        EventChoice choice = EventChoice.all().with(outcome.rows().orElseThrow());
        return EventRows.of(EventCells.of(frame()), choice, Progress.none()).size();
    }

    @Test
    void expectationsHoldOrNameTheRowsThatBreakThem() {
        assertTrue(outcome(new Check.Filled("order", 0.75)).isPass());
        Outcome filled = outcome(new Check.Filled("order", 0.8));
        assertEquals("75.0% filled, 1 of 4 missing", filled.found());
        assertEquals(1, rows(filled));
        Outcome known = outcome(new Check.OneOf("type", List.of("view", "cart")));
        assertEquals("1 of 4 values have another value", known.found());
        assertEquals(1, rows(known));
        Outcome between = outcome(new Check.Between("value", 0, 500));
        assertEquals(2, between.failing());
        assertEquals(2, rows(between));
        Outcome different = outcome(new Check.Different("order"));
        assertEquals(2, different.failing());
        assertEquals(2, rows(different));
        assertTrue(outcome(new Check.Different("time")).isPass());
        assertTrue(outcome(new Check.Fresh(Duration.ofHours(1))).isPass());
        assertEquals(
                Outcome.Verdict.UNKNOWN, outcome(new Check.Different("absent")).verdict());
        Outcome daily = outcome(new Check.Daily(1, 10));
        assertEquals(Outcome.Verdict.FAIL, daily.verdict());
        assertEquals(91, daily.failing());
    }

    @Test
    void everyChangeOfWhatIsExpectedIsAVersionThatCanBeReadAgain() {
        try (Database database = Database.inMemory("expectations")) {
            Migrations.bundled().apply(database);
            QualityService service =
                    new QualityService(progress -> frame(), List::of, new H2ExpectationStore(database), CLOCK);
            List<Check> checks = List.of(
                    new Check.Filled("order", 0.9),
                    new Check.OneOf("type", List.of("view", "ca\"rt")),
                    new Check.Between("value", -1.5, 500),
                    new Check.Different("order"),
                    new Check.Fresh(Duration.ofDays(2)),
                    new Check.Daily(1, 10));
            checks.forEach(check -> service.expect(new Expectation(ExpectationWords.of(check), check), "ann"));
            ExpectationSet now = service.expectations();
            assertEquals(6, now.version());
            assertEquals(
                    checks, now.expectations().stream().map(Expectation::check).toList());
            service.forget(ExpectationWords.of(checks.getFirst()), "bob");
            service.forget("never expected", "bob");
            assertEquals(5, service.expectations().expectations().size());
            assertEquals(
                    List.of(7, 6, 5, 4, 3, 2, 1),
                    service.versions().stream().map(ExpectationSet::version).toList());
            assertEquals("bob", service.versions().getFirst().author());
            assertEquals(
                    5,
                    service.outcomes(service.report(Progress.none()), Progress.none())
                            .size());
        }
    }
}
