package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {
    private static final int ROWS = 400_000;
    private static final long MB = 1 << 20;

    @TempDir
    Path folder;

    private static ImportService service(EventsFixture events, LongSupplier free) {
        return new ImportService(events.store, EventsFixture.CLOCK, Runnable::run, new DiskRoom(free));
    }

    private Path file() throws IOException {
        return EventsFixture.write(folder, "user_id,time,event\n" + "u1,2026-01-01,view\n".repeat(ROWS));
    }

    @Test
    void anImportWithoutRoomIsRefusedWithNumbersBeforeItWrites() throws IOException {
        Path file = file();
        try (EventsFixture events = new EventsFixture()) {
            ImportService service = service(events, () -> 203 * MB);
            FileFormat format = service.detect(file);
            Mapping mapping = service.guess(service.preview(file, format));
            Problem problem = assertThrows(
                            ProblemException.class, () -> service.importFile(file, format, mapping, Progress.none()))
                    .problem();
            assertEquals("import.disk-space", problem.code());
            assertEquals(
                    "Importing file.csv needs about 5 MB on the workspace's disk, and 203 MB are free (200 MB stay in"
                            + " reserve).",
                    problem.message());
            assertEquals(0, events.store.dictionaries().size());
            List<Problem> warned = service.check(file, format, mapping, Progress.none())
                    .report()
                    .findings();
            assertTrue(warned.contains(problem), warned.toString());
        }
    }

    @Test
    void whatAnImportTookItselfIsNotHeldAgainstIt() throws IOException {
        Path file = file();
        try (EventsFixture events = new EventsFixture()) {
            AtomicInteger asked = new AtomicInteger();
            ImportService service = service(events, () -> asked.incrementAndGet() < 3 ? 900 * MB : 150 * MB);
            FileFormat format = service.detect(file);
            Mapping mapping = service.guess(service.preview(file, format));
            ImportReport report = service.importFile(file, format, mapping, Progress.none());
            assertEquals(ROWS, report.accepted());
            assertTrue(
                    report.findings().stream()
                            .noneMatch(finding -> finding.code().equals("import.disk-space")),
                    report.findings().toString());
        }
    }

    @Test
    void anImportStopsBeforeTheDiskIsFull() throws IOException {
        Path file = file();
        try (EventsFixture events = new EventsFixture()) {
            AtomicInteger asked = new AtomicInteger();
            ImportService service = service(events, () -> asked.incrementAndGet() < 3 ? 900 * MB : 50 * MB);
            FileFormat format = service.detect(file);
            Mapping mapping = service.guess(service.preview(file, format));
            Problem problem = assertThrows(
                            ProblemException.class, () -> service.importFile(file, format, mapping, Progress.none()))
                    .problem();
            assertEquals("import.disk-space", problem.code());
            assertTrue(problem.message().startsWith("Only 50 MB are free"), problem.message());
            assertEquals(0, events.frame().eventCount());
            assertEquals(ROWS, events.importGuessed(file).accepted());
        }
    }
}
