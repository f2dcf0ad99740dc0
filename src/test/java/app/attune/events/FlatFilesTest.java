package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Public tables of odd shape import with the counts their descriptions state.
@Tag("conformance")
class FlatFilesTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");

    private final EventsFixture events = new EventsFixture();

    @Test
    void purchasesInAlignedTextKeepTheirSum() {
        Source source = source("cdnow/CDNOW_master.txt.gz");
        FileFormat format = events.service.detect(source);
        assertEquals(FileKind.ALIGNED, format.kind());
        ImportReport report = imported(source, format, events.service.guess(events.service.preview(source, format)));
        assertEquals(69_659, report.read());
        assertEquals(69_659, report.accepted());
        EventFrame frame = events.frame();
        assertEquals(23_570, frame.userCount());
        assertEquals(
                2_500_315.63,
                IntStream.range(0, frame.eventCount()).mapToDouble(frame::value).sum(),
                0.01);
        assertTrue(frame.span().orElseThrow().from().toString().startsWith("1997-01-01"));
    }

    @Test
    void transactionsOfCustomersAndTheirSummaryAreReadByTheirNames() {
        Source source = source("cdnow/example_transactions.csv.gz");
        FileFormat format = events.service.detect(source);
        Mapping guess = events.service.guess(events.service.preview(source, format));
        Mapping mapping = guess.withRole("id", ColumnRole.USER).withRows(RowKind.EVENTS);
        mapping = mapping.withRole("date", ColumnRole.TIME).withConstantType("purchase");
        ImportReport report = imported(source, format, mapping);
        assertEquals(15_273, report.accepted());
        assertEquals(1_003, report.exactDuplicates());
        EventFrame frame = events.frame();
        assertEquals(5_000, frame.userCount());
        assertEquals("2014-01-01", frame.span().orElseThrow().from().toString().substring(0, 10));
        assertEquals(
                "2014-12-31",
                frame.span().orElseThrow().to().minusMillis(1).toString().substring(0, 10));
    }

    @Test
    void aSummaryOfCustomersKeepsItsNumbers() {
        Source source = source("cdnow/cdnow_customers_summary.csv.gz");
        FileFormat format = events.service.detect(source);
        Mapping guess = events.service.guess(events.service.preview(source, format));
        Mapping mapping =
                guess.withRole("ID", ColumnRole.USER).withRows(RowKind.USERS).withConstantType("");
        mapping = mapping.withColumns(mapping.columns().stream()
                .map(column -> column.column().equals("ID") ? column : column.as(ColumnRole.ATTRIBUTE))
                .toList());
        assertEquals(2_357, imported(source, format, mapping).accepted());
        ColumnTable people = events.people().attributes();
        assertEquals(2_357, people.rows());
        assertEquals(2_457, sum(people, "frequency"), 0);
        assertEquals(77_111.2, sum(people, "t"), 0.05);
    }

    private static double sum(ColumnTable table, String name) {
        return Arrays.stream(((NumberColumn) table.column(name).orElseThrow()).values())
                .sum();
    }

    @Test
    void creditRowsWithoutNamesAreCalledByTheirLine() {
        Source source = source("german-credit/german.data");
        assertEquals(FileKind.ALIGNED, events.service.detect(source).kind());
        assertEquals(1_000, recognised(source, "german-credit").accepted());
        assertEquals(1_000, events.frame().userCount());
        assertEquals(1_000, recognised(source, "german-credit").alreadyPresent());
        ColumnTable people = events.people().attributes();
        assertEquals(700, count(people, "risk", "1"));
        assertTrue(people.column("amount").orElseThrow() instanceof NumberColumn);
    }

    @Test
    void checkInListsGiveEveryPair() {
        Map<String, Integer> pairs =
                Map.of("gowalla.train.txt.gz", 719_081, "gowalla.valid.txt.gz", 91_047, "gowalla.test.txt.gz", 217_242);
        pairs.forEach((name, count) -> {
            try (EventsFixture own = new EventsFixture()) {
                Source source = source("gowalla/" + name);
                FileFormat format = own.service.detect(source);
                assertEquals(FileKind.LISTS, format.kind());
                Mapping mapping = own.service.guess(own.service.preview(source, format));
                ImportReport report = own.service.importSource(source, format, mapping, Progress.none());
                print(report);
                assertEquals(count.longValue(), report.accepted());
                assertEquals(29_858, own.frame().userCount());
            }
        });
    }

    @Test
    void columnsOfTheSameNameAreToldApart() {
        Source source = source("compas/compas-scores-two-years.csv");
        List<String> columns = preview(source).columnNames();
        assertEquals(53, columns.size());
        assertTrue(columns.containsAll(List.of("decile_score", "decile_score_2", "priors_count_2")));
        ImportReport report = recognised(source, "compas");
        assertEquals(7_214, report.read());
        assertEquals(7_214, report.accepted());
        assertEquals(7_214, events.frame().userCount());
        assertEquals(3_696, count(events.people().attributes(), "race", "African-American"));
    }

    @Test
    void bothTablesOfAnArchiveAreImported() {
        Path zip = DATA.resolve("bike-sharing/bike_sharing_dataset.zip");
        Source hours = Source.of(zip);
        assertEquals("bike_sharing_dataset.zip/hour.csv", hours.name());
        assertEquals(2, hours.leftOut().size());
        assertEquals(17_379, recognised(hours, "bike-sharing-hour").accepted());
        double rides = rides();
        Source days = Source.choose(zip.toString(), List.of("day.csv"));
        assertEquals(731, recognised(days, "bike-sharing-day").accepted());
        assertEquals(2 * rides, rides(), "days and hours count the same rides");
    }

    private double rides() {
        EventFrame frame = events.frame();
        return IntStream.range(0, frame.eventCount()).mapToDouble(frame::value).sum();
    }

    @Test
    void customersOfCampaignsAndContractsAreUsers() {
        ImportReport churn = recognised(source("telco-churn/Telco-Customer-Churn.csv"), "telco-churn");
        assertEquals(RowKind.USERS, churn.rows());
        assertEquals(7_043, churn.accepted());
        assertEquals(1_869, count(events.people().attributes(), "churn", "Yes"));
        try (EventsFixture own = new EventsFixture()) {
            ImportReport mails = recognised(own, source("hillstrom/hillstrom.csv.gz"), "hillstrom");
            assertEquals(64_000, mails.read());
            assertEquals(64_000, mails.accepted());
            assertEquals(21_306, count(own.people().attributes(), "segment", "No E-Mail"));
        }
    }

    private static long count(ColumnTable people, String name, String value) {
        Column column = people.column(name).orElseThrow();
        return IntStream.range(0, people.rows())
                .filter(row -> !column.isMissing(row) && column.display(row).equals(value))
                .count();
    }

    private static Source source(String name) {
        return Source.of(DATA.resolve(name));
    }

    private ImportPreview preview(Source source) {
        return events.service.preview(source, events.service.detect(source));
    }

    private ImportReport recognised(Source source, String preset) {
        return recognised(events, source, preset);
    }

    private static ImportReport recognised(EventsFixture events, Source source, String preset) {
        Recognition found = events.service.recognise(source);
        assertEquals(preset, found.preset().map(Preset::id).orElse("-"), found.reason());
        ImportReport report = events.service.importSource(source, found.format(), found.mapping(), Progress.none());
        print(report);
        assertTrue(report.addsUp());
        return report;
    }

    private ImportReport imported(Source source, FileFormat format, Mapping mapping) {
        ImportReport report = events.service.importSource(source, format, mapping, Progress.none());
        print(report);
        assertTrue(report.addsUp());
        return report;
    }

    private static void print(ImportReport report) {
        System.getLogger("table")
                .log(
                        System.Logger.Level.INFO,
                        "{0} | {1} | {2} | {3} | {4} | {5}",
                        report.sourceName(),
                        report.read(),
                        report.accepted(),
                        report.duplicatesDropped() + report.alreadyPresent(),
                        report.filtered(),
                        report.quarantined());
    }
}
