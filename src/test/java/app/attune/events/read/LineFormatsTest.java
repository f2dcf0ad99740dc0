package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.events.EventFrame;
import app.attune.events.EventsFixture;
import app.attune.events.ImportReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Formats that have a row in each line and no delimiter.
class LineFormatsTest {
    @TempDir
    Path folder;

    @Test
    void columnsAlignedByBlanksAreFound() throws IOException {
        String text = " customer  date amount\r\n 00001 20260101   12.50\r\n 00002 20260103    7.00\r\n short\r\n";
        assertEquals(FileKind.ALIGNED, detect(text).kind());
        assertEquals(
                List.of("[customer, date, amount]", "00001 20260101 12.50", "00002 20260103 7.00", "broken 4"),
                rows(text, detect(text)));
    }

    @Test
    void columnsOfFixedWidthAreFoundAndCanBeMoved() throws IOException {
        String text = """
                id   name          city        age
                7    Eva Berg      Ulm          31
                12   Jan           Bad Tölz
                130  Anna Maria    Berlin        8
                """;
        FileFormat format = detect(text);
        assertEquals(FileKind.FIXED_WIDTH, format.kind());
        assertEquals(
                List.of("[id, name, city, age]", "7 Eva Berg Ulm 31", "12 Jan Bad Tölz ", "130 Anna Maria Berlin 8"),
                rows(text, format));
        assertEquals(
                "7 Eva Berg      Ulm          31",
                rows(text, format.withLayout("1,6")).get(1));
        ProblemException problem = assertThrows(ProblemException.class, () -> rows(text, format.withLayout("6,1")));
        assertEquals("import.bad-column-starts", problem.problem().code());
    }

    @Test
    void listsGiveARowForEachItem() throws IOException {
        String text = "0 11 12 13\n1 11\n2 13 14\n3 1 2 3 4 5\n4 9 8 7 6 5 4\n";
        FileFormat format = detect(text);
        assertEquals(FileKind.LISTS, format.kind());
        List<String> rows = rows(text, format);
        assertEquals(18, rows.size());
        assertEquals("0 11 1970-01-01", rows.get(1));
        assertEquals(
                "1 11 2010-10-01", rows(text, format.withLayout("2010-10-01")).get(4));
    }

    @Test
    void fieldsOfAW3cLogMayChangeOnTheWay() throws IOException {
        String text = """
                #Version: 1.0
                #Fields: date time c-ip cs-username cs-method cs-uri-stem sc-status cs(User-Agent)
                2026-11-03 08:15:00 10.0.0.7 - GET /tents 200 Browser/1+(Ulm)
                #Fields: time date cs-method c-ip cs-uri-stem sc-status time-taken
                08:16:00 2026-11-03 POST 10.0.0.8 /cart 302 17
                08:16:00 short
                """;
        FileFormat format = detect(text);
        assertEquals(FileKind.W3C_LOG, format.kind());
        assertEquals(
                List.of(
                        "[time, host, user, method, path, status, user_agent, event]",
                        "2026-11-03 08:15:00 10.0.0.7  GET /tents 200 Browser/1 (Ulm) page_view",
                        "2026-11-03 08:16:00 10.0.0.8  POST /cart 302  post",
                        "broken 6"),
                rows(text, format));
    }

    @Test
    void aServerLogImportsWithRobotsCounted() throws IOException {
        Path log = Files.writeString(folder.resolve("access.log"), """
                10.0.0.7 - - [03/Nov/2026:08:15:00 +0100] "GET /tents?x=1 HTTP/1.1" 200 512 "-" "Browser/1"
                10.0.0.7 - eva [03/Nov/2026:08:15:09 +0100] "POST /cart HTTP/1.1" 302 0 "-" "Browser/1"
                10.0.0.9 - - [03/Nov/2026:08:16:00 +0100] "GET /tents HTTP/1.1" 200 512 "-" "SomeBot/2"
                this is no line of a log
                10.0.0.8 - - [03/Nov/2026:08:17:00 +0100] "GET /logo.png HTTP/1.1" 200 90 "-" "Browser/2"
                10.0.0.8 - - [03/Nov/2026:08:17:01 +0100] "GET / HTTP/1.1" 200 90 "-" "Browser/2"
                """);
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importGuessed(log);
            assertEquals(6, report.read());
            assertEquals(4, report.accepted());
            assertEquals(Map.of("known robot", 1L), report.filteredByReason());
            assertEquals(Map.of(RejectReason.OTHER_PATTERN, 1L), report.quarantinedByReason());
            EventFrame frame = events.frame();
            assertEquals(3, frame.userCount());
            assertEquals(
                    "2026-11-03T07:15:09Z",
                    Instant.ofEpochMilli(frame.time(
                                    frame.from(frame.users().find("eva").orElseThrow())))
                            .toString());
            assertEquals(4, events.importGuessed(log).alreadyPresent());
        }
    }

    private static FileFormat detect(String text) {
        return FormatDetection.detect(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> rows(String text, FileFormat format) throws IOException {
        SourceFile file = new SourceFile(Files.writeString(folder.resolve("lines.txt"), text));
        List<String> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, file.open(), format)) {
            rows.add(reader.columns().toString());
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(
                        row.get() instanceof RawRow.Values values
                                ? String.join(" ", values.values())
                                : "broken " + row.get().line());
            }
        }
        return rows;
    }
}
