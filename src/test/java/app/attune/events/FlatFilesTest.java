package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.Header;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void creditRowsWithoutNamesAreCalledByTheirLine() {
        Source source = source("german-credit/german.data");
        FileFormat format = events.service.detect(source);
        assertEquals(FileKind.ALIGNED, format.kind());
        assertEquals(Header.ABSENT, format.header());
        ImportPreview preview = events.service.preview(source, format);
        assertEquals(21, preview.columns().size());
        ImportReport report = imported(source, format, usersByLine(preview));
        assertEquals(1_000, report.accepted());
        assertEquals(1_000, events.frame().userCount());
        assertEquals(1_000, imported(source, format, usersByLine(preview)).alreadyPresent());
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
        FileFormat format = events.service.detect(source);
        ImportPreview preview = events.service.preview(source, format);
        assertEquals(53, preview.columns().size());
        assertTrue(preview.columnNames().containsAll(List.of("decile_score", "decile_score_2", "priors_count_2")));
        Mapping guess = events.service.guess(preview);
        ImportReport report = imported(source, format, users(guess, "id"));
        assertEquals(7_214, report.read());
        assertEquals(7_214, report.accepted());
        assertEquals(7_214, events.frame().userCount());
    }

    @Test
    void bothTablesOfAnArchiveAreImported() {
        Path zip = DATA.resolve("bike-sharing/bike_sharing_dataset.zip");
        Source hours = Source.of(zip);
        assertEquals("bike_sharing_dataset.zip/hour.csv", hours.name());
        assertEquals(2, hours.leftOut().size());
        assertEquals(17_379, imported(hours, byDay(hours)).accepted());
        Source days = Source.choose(zip.toString(), List.of("day.csv"));
        assertEquals(731, imported(days, byDay(days)).accepted());
    }

    @Test
    void customersOfCampaignsAndContractsAreUsers() {
        Source telco = source("telco-churn/Telco-Customer-Churn.csv");
        ImportReport churn = imported(telco, events.service.guess(preview(telco)));
        assertEquals(RowKind.USERS, churn.rows());
        assertEquals(7_043, churn.accepted());
        Source hillstrom = source("hillstrom/hillstrom.csv.gz");
        ImportReport mails = imported(hillstrom, usersByLine(preview(hillstrom)));
        assertEquals(64_000, mails.read());
        assertEquals(64_000, mails.accepted());
    }

    /// Rides of a day or an hour as an event of the city.
    private Mapping byDay(Source source) {
        Mapping guess = events.service.guess(preview(source)).withRows(RowKind.EVENTS);
        List<MappedColumn> columns = new ArrayList<>();
        guess.columns()
                .forEach(column -> columns.add(
                        switch (column.column()) {
                            case "instant" -> MappedColumn.of("instant", ColumnRole.USER);
                            case "dteday" -> MappedColumn.of("dteday", ColumnRole.TIME);
                            case "cnt" -> MappedColumn.of("cnt", ColumnRole.VALUE);
                            default -> column.as(ColumnRole.PROPERTY);
                        }));
        return guess.withColumns(columns).withConstantType("rides");
    }

    private Mapping usersByLine(ImportPreview preview) {
        Mapping guess = events.service.guess(preview);
        List<MappedColumn> columns = new ArrayList<>(guess.columns().stream()
                .map(column -> column.as(ColumnRole.ATTRIBUTE))
                .toList());
        columns.add(MappedColumn.of(Mapping.LINE, ColumnRole.USER));
        return guess.withRows(RowKind.USERS).withColumns(columns).withConstantType("");
    }

    private static Mapping users(Mapping guess, String id) {
        return guess.withRows(RowKind.USERS)
                .withColumns(guess.columns().stream()
                        .map(column -> column.as(column.column().equals(id) ? ColumnRole.USER : ColumnRole.ATTRIBUTE))
                        .toList())
                .withConstantType("");
    }

    private static Source source(String name) {
        return Source.of(DATA.resolve(name));
    }

    private ImportPreview preview(Source source) {
        return events.service.preview(source, events.service.detect(source));
    }

    private ImportReport imported(Source source, Mapping mapping) {
        return imported(source, events.service.detect(source), mapping);
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
