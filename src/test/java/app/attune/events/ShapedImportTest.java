package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.read.FileFormat;
import app.attune.events.read.RejectReason;
import app.attune.events.read.shape.Explode;
import app.attune.events.read.shape.RecordShape;
import app.attune.events.read.shape.RecordTest;
import app.attune.events.read.shape.ShapeColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nested records become rows on their way into the store.
class ShapedImportTest {
    private static final FileFormat ORDERS = FileFormat.json("/orders")
            .withShape(RecordShape.none()
                    .withExplode(new Explode("/lines", "line"))
                    .withKeep(new RecordTest("/test", RecordTest.Test.NOT_IN, List.of("true")))
                    .withColumns(List.of(
                            ShapeColumn.of("customer", "/customer/id"),
                            ShapeColumn.of("at", "/at"),
                            ShapeColumn.of("sku", "line/sku"),
                            ShapeColumn.of("price", "line/price"))));
    private static final Mapping PURCHASES = Mapping.events(
            List.of(
                    MappedColumn.of("customer", ColumnRole.USER),
                    MappedColumn.of("at", ColumnRole.TIME),
                    MappedColumn.of("sku", ColumnRole.ITEM),
                    MappedColumn.of("price", ColumnRole.VALUE)),
            "purchase");
    private static final String TEXT = """
            {"orders": [
              {"customer": {"id": 1}, "at": "2026-01-01", "lines": [{"sku": "a", "price": "2.50"}, {"sku": "a", "price": "2.50"}]},
              {"customer": {"id": 2}, "at": "2026-01-02", "lines": []},
              {"customer": {"id": 3}, "at": "2026-01-02", "test": true, "lines": [{"sku": "a"}]},
              {"customer": 4, "at": "2026-01-02", "lines": [{"sku": "b"}]},
              {"customer": {"id": 1}, "at": "2026-01-03", "lines": [{"sku": "b", "price": 1e2}]
              {"customer": {"id": 1}, "at": "2026-01-03", "lines": [{"sku": "b", "price": 1e2}]}
            ]}
            """;

    @TempDir
    Path folder;

    @Test
    void linesOfOrdersBecomeEventsAndEveryRowIsAccountedFor() throws IOException {
        Path file = EventsFixture.write(folder, TEXT);
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.service.importFile(file, ORDERS, PURCHASES, Progress.none());
            assertEquals(6, report.read());
            assertEquals(4, report.accepted());
            assertEquals(2, report.quarantined());
            assertEquals(0, report.exactDuplicates());
            assertTrue(report.addsUp());
            assertEquals(
                    List.of("import.left-out", "import.odd-values"),
                    report.findings().stream().map(Problem::code).toList());
            assertEquals(
                    List.of(
                            "1 2026-01-01T00:00:00Z purchase a 2.5",
                            "1 2026-01-01T00:00:00Z purchase a 2.5",
                            "1 2026-01-03T00:00:00Z purchase b 100.0",
                            "2 2026-01-02T00:00:00Z purchase - NaN"),
                    EventsFixture.lines(events.frame()));
            ImportReport again = events.service.importFile(file, ORDERS, PURCHASES, Progress.none());
            assertEquals(0, again.accepted());
            assertEquals(4, again.alreadyPresent());
        }
    }

    @Test
    void rowsOfOneRecordBeyondTheMostAreKeptAsideAndTheSumHolds() throws Exception {
        String lines = "{\"sku\":\"a\"},".repeat(100_002) + "{\"sku\":\"a\"}";
        Path file = Files.writeString(
                folder.resolve("huge.json"),
                "{\"orders\":[{\"customer\":{\"id\":1},\"at\":\"2026-01-01\",\"lines\":[" + lines + "]}]}");
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.service.importFile(file, ORDERS, PURCHASES, Progress.none());
            assertEquals(100_003, report.read());
            assertEquals(100_000, report.accepted());
            assertEquals(Map.of(RejectReason.TOO_MANY_ROWS, 3L), report.quarantinedByReason());
            assertTrue(report.addsUp());
            assertEquals(List.of(), report.findings());
            Path rejected = folder.resolve("rejected.csv");
            assertEquals(3, events.service.writeQuarantine(List.of(report.importId()), rejected));
            List<String> saved = Files.readAllLines(rejected);
            assertEquals(2, saved.size(), "a line for the record, not for each of its rows");
            assertTrue(
                    saved.getLast().contains("row 100,001 of a record, of which 100,000 are read, and 2 rows after it"),
                    saved.getLast());
        }
    }

    @Test
    void aRecordIsMendedOnceForAllItsRowsAndTheOthersOfItsLineStay() throws Exception {
        String bad = "{\"customer\":{\"id\":%d},\"at\":\"soon\",\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}";
        Path file = Files.writeString(
                folder.resolve("flat.json"),
                "{\"orders\":[" + bad.formatted(1) + "," + bad.formatted(2) + "," + bad.formatted(3) + "]}");
        try (EventsFixture events = new EventsFixture()) {
            List<Long> ids = List.of(events.service
                    .importFile(file, ORDERS, PURCHASES, Progress.none())
                    .importId());
            List<RejectedRow> rows = events.service.rejected(ids, 10).rows();
            assertEquals(
                    List.of(1L, 1L, 2L, 2L, 3L, 3L),
                    rows.stream().map(RejectedRow::record).toList());
            String mended = bad.formatted(2).replace("soon", "2026-01-02");
            ProblemException twice = assertThrows(
                    ProblemException.class,
                    () -> events.service.importMended(
                            List.of(new MendedRow(rows.get(2), mended), new MendedRow(rows.get(3), bad.formatted(9))),
                            Progress.none()));
            assertEquals("import.mended-twice", twice.problem().code());
            ImportReport report = events.service
                    .importMended(List.of(new MendedRow(rows.get(3), mended)), Progress.none())
                    .getFirst();
            assertEquals(2, report.accepted());
            assertEquals(
                    List.of(rows.get(0), rows.get(1), rows.get(4), rows.get(5)),
                    events.service.rejected(ids, 10).rows());
            Path saved = folder.resolve("saved.csv");
            assertEquals(4, events.service.writeQuarantine(ids, saved));
            assertEquals(3, Files.readAllLines(saved).size(), "a line for each record");
            Files.writeString(saved, Files.readString(saved).replace("soon", "2026-01-03"));
            assertEquals(
                    4,
                    events.service
                            .importMended(saved, Progress.none())
                            .getFirst()
                            .accepted());
            assertEquals(0, events.service.rejected(ids, 10).open());
        }
    }

    @Test
    void rowsCutFromListsBesideEachOtherAreSaidToBeAtLeastSoMany() throws Exception {
        String list = "[" + "{\"n\":1},".repeat(316) + "{\"n\":1}]";
        Path file = Files.writeString(
                folder.resolve("product.json"),
                "{\"orders\":[{\"customer\":{\"id\":1},\"at\":\"2026-01-01\",\"lines\":" + list + ",\"offers\":" + list
                        + "}]}");
        FileFormat beside = ORDERS.withShape(
                ORDERS.shape().withExplode(new Explode("/lines", "line"), new Explode("/offers", "offer")));
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.service.importFile(file, beside, PURCHASES, Progress.none());
            assertEquals(317 * 317, report.read());
            assertTrue(events.service
                    .rejected(report.importId(), 1)
                    .getFirst()
                    .rejection()
                    .detail()
                    .endsWith("; its lists multiply, so it may have more than are counted"));
        }
    }

    @Test
    void formatsSurviveJsonAndOlderOnesHaveNoShape() {
        assertEquals(ORDERS, Json.read(Json.write(ORDERS), FileFormat.class, "The format"));
        String old = Json.write(FileFormat.csv()).replaceAll(",\"shape\":\\{[^}]*}", "");
        assertEquals(FileFormat.csv(), Json.read(old, FileFormat.class, "The format"));
    }
}
