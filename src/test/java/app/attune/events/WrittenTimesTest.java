package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        "12/03/2026, 2:05 PM, dd/MM/yyyy h:mm a"
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
}
