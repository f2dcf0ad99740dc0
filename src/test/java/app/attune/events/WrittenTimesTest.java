package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Source;
import app.attune.events.read.TimeFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrittenTimesTest {
    private static final EventsFixture EVENTS = new EventsFixture();

    @TempDir
    private Path folder = Path.of(".");

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    private Mapping guess(Path file) {
        return EVENTS.service.guess(preview(file));
    }

    private ImportPreview preview(Path file) {
        return EVENTS.service.preview(file, EVENTS.service.detect(file));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12, 14:05, ISO 8601",
        "2026-03-12, 14:05:09, ISO 8601",
        "2026-03-12, 7, yyyy-MM-dd H",
        "12.03.2026, 14:05, dd.MM.yyyy HH:mm",
        "12.03.2026, 9:05, dd.MM.yyyy H:mm",
        "20260312, 140509, yyyyMMdd HHmmss",
        "20260312, 905, yyyyMMdd Hmm",
        "12/03/2026, 2:05 PM, dd/MM/yyyy h:mm a",
        "12/03/2026, 08:59am, dd/MM/yyyy h:mma"
    })
    void theTimeOfDayBesideADayIsFoundAndRead(String day, String clock, String format) throws IOException {
        Path file = EventsFixture.write(folder, "user_id,date,time,event\nann," + day + "," + clock + ",view\n");
        Mapping guess = guess(file);
        assertEquals("time", guess.columnOf(ColumnRole.TIME_OF_DAY).orElseThrow());
        assertEquals(format, guess.time().label());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-12T14:05:09, 14:05", "2026-03-12, soon", "12.03.2026 14:05, 14:05", "1773324309, 14:05"})
    void otherColumnsAreNoTimesOfDay(String day, String clock) throws IOException {
        Path file = EventsFixture.write(folder, "user_id,date,time,event\nann," + day + "," + clock + ",view\n");
        assertEquals(List.of(), guess(file).withRole(ColumnRole.TIME_OF_DAY));
    }

    @Test
    void aRowWithoutATimeOfDayIsKeptAsideAndTheMappingIsTheSameFromAFile() throws IOException {
        Path file = EventsFixture.write(
                folder, "user_id,date,time,event\nann,2026-03-12,23:30,view\nbo,2026-03-12,,view\ncy,,10:00,view\n");
        FileFormat format = EVENTS.service.detect(file);
        Mapping mapping = Mapping.fromJson(guess(file).toJson());
        ImportCheck check = EVENTS.service.check(
                file, format, mapping.withTime(mapping.time().withZone("Asia/Tokyo")), Progress.none());
        assertEquals(Map.of(RejectReason.NO_TIME, 2L), check.report().quarantinedByReason());
        assertEquals(
                "2026-03-12T14:30:00Z",
                check.report().span().orElseThrow().from().toString());
        assertEquals(
                List.of("time", "date"),
                check.rejected().stream().map(RejectedRow::column).toList());
        assertEquals(0, check.column("time").orElseThrow().unparseable());
    }

    private List<Problem> findings(String text) throws IOException {
        return check(text).report().findings();
    }

    private ImportCheck check(String text) throws IOException {
        Path file = EventsFixture.write(folder, text);
        return EVENTS.service.check(file, EVENTS.service.detect(file), guessInFile(file), Progress.none());
    }

    private Mapping guessInFile(Path file) {
        return EVENTS.service.guess(Source.of(file), preview(file));
    }

    @Test
    void datesThatFitBothOrdersAreSaidToAndTheOtherFormatIsNamed() throws IOException {
        String rows = "user_id,date,type\nu1,02/02/2026,view\nu1,03/04/2026,view\nu1,05/06/2026,view\n";
        Problem found = findings(rows).getFirst();
        assertEquals("import.ambiguous-dates", found.code());
        assertEquals(
                "All times fit both dd/MM/yyyy and MM/dd/yyyy: 03/04/2026 is read as 3 April 2026.", found.message());
        assertEquals(
                "If the file has the month first, as American ones do, choose MM/dd/yyyy for its times"
                        + " (--time-format MM/dd/yyyy).",
                found.remedy());
        Path file = EventsFixture.write(folder, rows);
        assertEquals(
                "Day and month may have changed places: 03/04/2026 is read as 3 April 2026. If the file has the month"
                        + " first, as American ones do, choose MM/dd/yyyy.",
                TimeSentences.warning(guess(file), preview(file)).orElse(""));
        assertEquals(
                "Times are written as dd/MM/yyyy: 02/02/2026 is read as 2 February 2026.",
                TimeSentences.written(guess(file), preview(file)).orElse(""));
        Mapping american = guess(file).withTime(TimeFormat.ofPattern("MM/dd/yyyy"));
        assertEquals(Optional.empty(), TimeSentences.warning(american, preview(file)));
        assertEquals(
                List.of(),
                EVENTS.service
                        .check(file, EVENTS.service.detect(file), american, Progress.none())
                        .report()
                        .findings());
        assertEquals(List.of(), findings("user_id,date,type\nu1,02/02/2026,view\nu1,03/03/2026,view\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "01/05 01/09 02/03 02/08 03/01 03/12 04/02 04/11 05/06 05/10, MM/dd/yyyy",
        "10/05 06/05 11/04 02/04 12/03 01/03 08/02 03/02 09/01 05/01, dd/MM/yyyy",
        "05/12, MM/dd/yyyy",
        "12/05, dd/MM/yyyy",
        "01/02 13/02, dd/MM/yyyy",
        "01/02 02/13, MM/dd/yyyy"
    })
    void theOrderOfRowsTheFutureAndLaterDaysTellTheOrderOfDates(String days, String pattern) throws IOException {
        StringBuilder rows = new StringBuilder("user_id,date,type\n");
        for (String day : days.split(" ")) {
            rows.append("u1,").append(day).append("/2026,view\n");
        }
        assertEquals(
                pattern,
                guessInFile(EventsFixture.write(folder, rows.toString())).time().pattern());
        ImportCheck check = check(rows.toString());
        boolean future = days.equals("05/12") || days.equals("12/05");
        assertEquals(
                future
                        ? List.of("All times fit both " + pattern + " and " + other(pattern) + ", but as "
                                + other(pattern) + " some would be in the future: " + days
                                + "/2026 is read as 12 May 2026.")
                        : List.of(),
                check.report().findings().stream().map(Problem::message).toList());
        assertEquals(0, check.report().quarantined());
    }

    private static String other(String pattern) {
        return pattern.startsWith("d") ? "MM/dd/yyyy" : "dd/MM/yyyy";
    }

    @Test
    void timesOfDayThatAreLeftInAnotherColumnAreToldOf() throws IOException {
        String rows = "user_id,date,began,type\nu1,2026-02-20,8:59 am,view\nu1,2026-02-21,12:00 pm,view\n";
        Problem found = findings(rows).getFirst();
        assertEquals("import.times-at-midnight", found.code());
        assertEquals(
                "'date' names days only, so all events are at midnight; 'began' may hold their times of day.",
                found.message());
        assertEquals(List.of(), findings(rows.replace("am", "").replace("pm", "h")));
    }

    @Test
    void aDayFarDownTheFileTellsTheOrderOfDates() throws IOException {
        String first = "u1,03/04/2026,view\n".repeat(1_000);
        String rows = "user_id,date,type\n" + first + "u1,03/25/2026,view\n";
        ImportReport report = check(rows).report();
        assertEquals(1_001, report.accepted());
        assertEquals("2026-03-04T00:00:00Z", report.span().orElseThrow().from().toString());
        Path file = EventsFixture.write(folder, rows);
        ImportReport wrong = EVENTS.service
                .check(
                        file,
                        EVENTS.service.detect(file),
                        guess(file).withTime(TimeFormat.ofPattern("dd/MM/yyyy")),
                        Progress.none())
                .report();
        assertEquals(
                "1 time does not fit dd/MM/yyyy but MM/dd/yyyy, so days and months of the others may have changed"
                        + " places, too.",
                wrong.findings().stream()
                        .map(Problem::message)
                        .filter(message -> message.contains("MM/dd"))
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void theOrderThatDatesWereWrittenInIsFound() throws IOException {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 20; i++) {
            String pattern = List.of("dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm", "dd-MM-yyyy HH:mm", "M/d/yy h:mm a")
                    .get(i % 4);
            DateTimeFormatter written = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            StringBuilder rows = new StringBuilder("user_id,when,type\n");
            long last = 0;
            for (int row = 0; row < 400; row++) {
                long minute = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond() / 60 + random.nextInt(500_000);
                last = Math.max(last, minute);
                rows.append("u,")
                        .append(written.format(
                                Instant.ofEpochSecond(minute * 60).atZone(ZoneOffset.UTC)))
                        .append(",view\n");
            }
            ImportReport report = check(rows.toString()).report();
            assertEquals(400, report.accepted(), pattern);
            assertEquals(
                    List.of(),
                    report.findings().stream()
                            .map(Problem::code)
                            .filter(code -> code.contains("date"))
                            .toList(),
                    pattern);
            assertEquals(last * 60_000, report.lastMillis(), pattern);
        }
    }
}
