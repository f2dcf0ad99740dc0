package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.events.read.Encoding;
import app.attune.events.read.FileFormat;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MendedFileTest extends EventLogCase {
    private static final String HEADER = "user_id;time;event;item_id;value\n";

    private Path rejectedOf(String text) throws IOException {
        ImportReport report = events.importText(folder, text);
        Path rejected = folder.resolve("rejected.csv");
        events.service.writeQuarantine(List.of(report.importId()), rejected);
        return rejected;
    }

    private ImportReport only(Path rejected) {
        List<ImportReport> reports = events.service.importMended(rejected, Progress.none());
        assertEquals(1, reports.size());
        assertTrue(reports.getFirst().addsUp());
        return reports.getFirst();
    }

    private static String good(int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            text.append("u").append(i).append(";2026-01-01;view;i1;1,50\n");
        }
        return text.toString();
    }

    @Test
    void mendedRowsEnterAndTheOthersAreKeptAsideAgainWithTheirPlace() throws IOException {
        Path rejected = rejectedOf(good(20) + ";2026-01-02;view;i1;2,50\nx;yesterday;view;i1;3\n=y;2026-01-02\n");
        String text = Files.readString(rejected);
        Files.writeString(
                rejected,
                text.replace(",;2026-01-02;view;i1;2,50", ",z;2026-01-02;view;i1;2,50")
                        .replace("\";2026-01-02;view;i1;2,50\"", "\"z;2026-01-02;view;i1;2,50\"")
                        .replace("'=y;2026-01-02", "'=y;2026-01-02;view;i1;4"));
        ImportReport report = only(rejected);
        assertEquals(3, report.read());
        assertEquals(2, report.accepted());
        assertEquals(1, report.quarantined());
        assertEquals("file.csv", report.sourceName());
        assertEquals(22, events.frame().eventCount());
        assertTrue(events.frame().users().find("=y").isPresent());
        RejectedRow left = events.service.rejected(report.importId(), 10).getFirst();
        assertEquals(23, left.rejection().line());
        assertEquals("time", left.column());
        assertEquals(2, only(rejected).alreadyPresent());
    }

    @Test
    void editedRowsThatPassLeaveTheListAndTheOthersStayWithTheirNewReason() throws IOException {
        ImportReport first = events.importText(
                folder, good(20) + ";2026-01-02;view;i1;2,50\nx;yesterday;view;i1;3\n=y;2026-01-02\n");
        List<Long> ids = List.of(first.importId());
        RejectedRows before = events.service.rejected(ids, 10);
        assertEquals("3 rows were rejected.", before.words());
        List<MendedRow> edited = List.of(
                new MendedRow(before.rows().get(0), "z;2026-01-02;view;i1;2,50"),
                new MendedRow(before.rows().get(2), ";2026-01-02;view;i1;4"));
        assertEquals(
                1,
                events.service.importMended(edited, Progress.none()).getFirst().accepted());
        RejectedRows now = events.service.rejected(ids, 10);
        assertEquals(
                "3 rows were rejected. 2 rows were read again = 1 accepted + 0 already here + 0 left out + 1 rejected"
                        + " again. 2 rows are rejected still.",
                now.words());
        assertTrue(now.addsUp());
        assertEquals(
                List.of("1 23 time x;yesterday;view;i1;3", "2 24 user_id ;2026-01-02;view;i1;4"),
                now.rows().stream().map(MendedFileTest::words).toList());
        assertEquals(1, events.service.rejected(first.importId(), 10).size());
        Path saved = folder.resolve("again.csv");
        assertEquals(1, events.service.writeQuarantine(ids, saved));
        RejectedRow failed = now.rows().getLast();
        events.service.importMended(List.of(new MendedRow(failed, "=y;2026-01-02;view;i1;4")), Progress.none());
        RejectedRows last = events.service.rejected(ids, 10);
        assertEquals(1, last.open());
        assertEquals(22, events.frame().eventCount());
        events.store.forget(last.again().getLast().importId(), Progress.none());
        assertEquals(now.rows(), events.service.rejected(ids, 10).rows());
        assertEquals(21, events.frame().eventCount());
    }

    private static String words(RejectedRow row) {
        return row.importId() + " " + row.rejection().line() + " " + row.column() + " "
                + row.rejection().raw();
    }

    @Test
    void rowsLoadedAgainUnchangedAreRejectedAgainForTheSameReasons() throws IOException {
        Path rejected = rejectedOf(good(20) + "\"open;2026-01-02;view\n;2026-01-02;view;i1;1\na;b\n");
        ImportReport before = events.service.imports().getFirst();
        assertEquals(before.quarantinedByReason(), only(rejected).quarantinedByReason());
        assertEquals(20, events.frame().eventCount());
    }

    @Test
    void rowsOfJsonAndOfFilesWithoutAHeaderAreReadAsTheyWere() throws IOException {
        Path json = rejectedOf("""
                {"user_id":"a","time":"2026-01-01","event":"view","p":{"q":"1"}}
                {"user_id":"","time":"2026-01-01","event":"view"}
                """);
        Files.writeString(
                json, Files.readString(json).replace("\"\"user_id\"\":\"\"\"\"", "\"\"user_id\"\":\"\"b\"\""));
        assertEquals(1, only(json).accepted());
        Path file =
                Files.writeString(folder.resolve("bare.csv"), "1,2026-01-05T00:00:00Z,9\n,2026-01-05T00:00:00Z,9\n");
        Mapping mapping = Mapping.events(
                List.of(MappedColumn.of("column_1", ColumnRole.USER), MappedColumn.of("column_2", ColumnRole.TIME)),
                "view");
        ImportReport report = events.service.importFile(file, events.service.detect(file), mapping, Progress.none());
        Path rejected = folder.resolve("bare-rejected.csv");
        events.service.writeQuarantine(List.of(report.importId()), rejected);
        Files.writeString(rejected, Files.readString(rejected).replace("\",2026", "\"2,2026"));
        assertEquals(1, only(rejected).accepted());
        assertTrue(events.frame().users().find("2").isPresent());
    }

    @Test
    void recordsOfOneLineAreMendedEachOnItsOwn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("one-line.json"),
                "[{\"user_id\":\"a\",\"time\":\"2026-01-01\"}"
                        + ",{\"user_id\":\"\",\"time\":\"2026-01-02\"}".repeat(2)
                        + ",{\"user_id\":\"\",\"time\":\"2026-01-03\"}]");
        Mapping mapping = Mapping.events(
                List.of(MappedColumn.of("user_id", ColumnRole.USER), MappedColumn.of("time", ColumnRole.TIME)), "view");
        ImportReport report = events.service.importFile(file, events.service.detect(file), mapping, Progress.none());
        List<Long> ids = List.of(report.importId());
        List<RejectedRow> rows = events.service.rejected(ids, 10).rows();
        assertEquals(
                List.of(1L, 1L, 1L),
                rows.stream().map(row -> row.rejection().line()).toList());
        MendedRow edited = new MendedRow(rows.get(1), "{\"user_id\":\"b\",\"time\":\"2026-01-02\"}");
        events.service.importMended(List.of(edited), Progress.none());
        RejectedRows left = events.service.rejected(ids, 10);
        assertEquals(List.of(rows.get(0), rows.get(2)), left.rows());
        assertEquals(2, left.open());
        Path saved = folder.resolve("left.csv");
        assertEquals(2, events.service.writeQuarantine(ids, saved));
        assertProblem("import.mended-unclear", "import,file,line,row\n1,one-line.json,1,x\n");
        Files.writeString(
                saved, Files.readString(saved).replace("\"\"user_id\"\":\"\"\"\"", "\"\"user_id\"\":\"\"c\"\""));
        assertEquals(2, only(saved).accepted());
        assertEquals(0, events.service.rejected(ids, 10).open());
        assertEquals(4, events.frame().eventCount());
    }

    @Test
    void aRowOfWhichOnlyTheBeginningIsKeptIsNotReadAgainWithoutItsEnd() throws IOException {
        String row = ",2026-01-05T00:00:00Z," + "x".repeat(Rejection.RAW_LIMIT);
        Path file = Files.writeString(folder.resolve("long.csv"), "1,2026-01-05T00:00:00Z,9\n" + row + "\n");
        Mapping mapping = Mapping.events(
                List.of(MappedColumn.of("column_1", ColumnRole.USER), MappedColumn.of("column_2", ColumnRole.TIME)),
                "view");
        ImportReport report = events.service.importFile(file, events.service.detect(file), mapping, Progress.none());
        List<Long> ids = List.of(report.importId());
        RejectedRow kept = events.service.rejected(ids, 10).rows().getFirst();
        Path saved = folder.resolve("saved.csv");
        events.service.writeQuarantine(ids, saved);
        assertTrue(Files.readString(saved).contains("only the first 65,536 characters are kept"));
        Files.writeString(saved, Files.readString(saved).replace("\",2026", "\"2,2026"));
        Files.writeString(saved, Files.readString(saved).replace("xx\"", "\""));
        assertEquals(0, only(saved).read());
        assertEquals(List.of(kept), events.service.rejected(ids, 10).rows());
        events.service.importMended(List.of(new MendedRow(kept, "2" + row)), Progress.none());
        assertEquals(0, events.service.rejected(ids, 10).open());
        assertEquals(2, events.frame().eventCount());
    }

    @Test
    void rowsReadAgainByAnOlderVersionAreToldByTheirLines() {
        Reread old = Json.read("{\"importId\":1,\"lines\":[{\"from\":2,\"to\":4}]}", Reread.class, "What was read");
        RecordCount records = new RecordCount(FileFormat.csv());
        assertEquals(
                List.of(false, true, true, false),
                LongStream.of(1, 2, 4, 5)
                        .mapToObj(line -> records.next(new Rejection(line, 0, RejectReason.NO_USER, "", "x")))
                        .map(old::holds)
                        .toList());
    }

    @Test
    void aSpreadsheetMayHaveSavedItWithSemicolons() throws IOException {
        rejectedOf(good(20) + ";2026-01-02;view;i1;2,50\n");
        Path saved = Files.writeString(
                folder.resolve("sheet.csv"),
                "import;file;line;column;reason;found;row\n1;file.csv;22;user_id;no user;x;\"n;2026-01-02;view;i1;2,50\"\n");
        assertEquals(1, only(saved).accepted());
    }

    @Test
    void aSpreadsheetsOwnEncodingIsKnownByTheLettersOfTheRows() throws IOException {
        Path rejected = rejectedOf(good(20) + ";2026-01-02;note—;i1;2,50\n;2026-01-03;view;i1;2,50\n");
        byte[] bytes = Files.readAllBytes(rejected);
        assertEquals(List.of((byte) 0xEF, (byte) 0xBB, (byte) 0xBF), List.of(bytes[0], bytes[1], bytes[2]));
        String mended = Files.readString(rejected)
                .substring(1)
                .replace("\";2026", "\"n;2026")
                .replace(',', ';');
        Path saved = Files.write(
                folder.resolve("excel.csv"), mended.replace("2;50", "2,50").getBytes(Charset.forName("windows-1252")));
        ImportReport first = only(saved);
        assertEquals(2, first.accepted());
        assertTrue(
                events.frame().types().find("note—").isPresent(), events.frame().types()::toString);
        assertEquals("excel.csv", first.reread().file());
        assertEquals(
                List.of("excel.csv is read as Windows-1252 (Western), likely: its letters are those of the rows that"
                        + " were rejected."),
                first.findings().stream().map(Problem::message).toList());
        ImportReport second = only(Files.writeString(
                folder.resolve("other.csv"), Files.readString(rejected).replace("\";2026", "\"m;2026")));
        assertEquals(0, second.accepted());
        assertEquals(2, second.alreadyPresent());
        assertEquals(
                List.of("2 mended rows were read by import 2 already and are not read a second time."),
                second.findings().stream().map(Problem::message).toList());
        assertEquals(22, events.frame().eventCount());
        events.store.forget(first.importId(), Progress.none());
        assertEquals(2, only(saved).accepted());
        ImportReport wrong = events.service
                .dryRunMended(saved, format -> format.withEncoding(Encoding.of("IBM866")), Progress.none())
                .getFirst();
        assertEquals(2, wrong.alreadyPresent());
    }

    @Test
    void whatIsNoFileOfRejectedRowsIsRefusedWithThePlace() throws IOException {
        Path rejected = rejectedOf(good(20) + ";2026-01-02;view;i1;2,50\n");
        String text = Files.readString(rejected);
        assertProblem("import.not-rejected-rows", good(3));
        assertProblem("import.mended-unreadable", text.replace("\n1,", "\none,"));
        assertProblem("import.mended-unreadable", text + "1,file.csv\n");
        assertProblem("import.unknown", text.replace("\n1,", "\n99,"));
        assertEquals(20, events.frame().eventCount());
    }

    private void assertProblem(String code, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), text);
        ProblemException problem =
                assertThrows(ProblemException.class, () -> events.service.importMended(file, Progress.none()));
        assertEquals(code, problem.problem().code());
    }
}
