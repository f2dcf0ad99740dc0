package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is in a file, an import ends with a report that adds up or with a problem that can be read.
class BadInputTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");
    private static final String HEADER = "user_id,time,event,item_id,value\n";
    private static final List<String> TRAPS = List.of(
            "\"",
            "\"\"\"",
            "a\"b",
            "\u0000",
            "\u202Egnp.exe",
            "😀",
            "=cmd|' /C calc'!A0",
            "'; DROP TABLE event;--",
            "\"multi\nline\"",
            "\r",
            ",,,,,,,,",
            "\uFEFF",
            "\uFFFD",
            "NaN",
            "1e999",
            "-0",
            "9".repeat(400),
            "2026-02-30",
            "{\"a\":",
            "[".repeat(2_000),
            " ",
            "\t",
            "a".repeat(70_000));

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_LOOKED_AT = 100;
    private static final long SEED = 12;

    @TempDir
    Path folder;

    private final List<String> crashes = new ArrayList<>();
    private int tried;
    private int refused;
    private long kept;
    private long aside;

    @Test
    void everyTrapInEveryColumnAddsUp() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            StringBuilder text = new StringBuilder(HEADER);
            for (String trap : TRAPS) {
                for (int column = 0; column < 5; column++) {
                    List<String> cells = new ArrayList<>(List.of("u1", "2026-01-01", "view", "i1", "1"));
                    cells.set(column, trap);
                    text.append(String.join(",", cells)).append('\n');
                }
                text.append("good,2026-01-01,view,i1,1\n");
            }
            Path file = EventsFixture.write(folder, text.toString());
            Mapping mapping = events.service.guess(events.service.preview(file, FileFormat.csv()));
            ImportReport report = events.service.importFile(file, FileFormat.csv(), mapping, Progress.none());
            assertTrue(report.addsUp());
            EventFrame frame = events.frame();
            assertEquals(report.accepted(), frame.eventCount());
            int good = frame.users().find("good").orElseThrow();
            assertEquals(TRAPS.size(), frame.to(good) - frame.from(good));
            assertEquals(0, events.importGuessed(file).accepted());
        }
    }

    @Test
    void loneSurrogatesInJsonAreKeptAside() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            Path file = EventsFixture.write(folder, """
                    {"user_id":"a","time":"2026-01-01","event":"view"}
                    {"user_id":"\\ud800","time":"2026-01-01","event":"view"}
                    {"user_id":"b","user_id":"c"}
                    not json
                    [1]

                    {"user_id":"\\ud83d\\ude00","time":"2026-01-01","event":"view"}
                    """);
            ImportReport report = events.importGuessed(file);
            assertEquals(6, report.read());
            assertEquals(2, report.accepted());
            assertTrue(report.addsUp());
        }
    }

    @Test
    void randomlyDamagedFilesNeverCrash() throws IOException {
        byte[] whole = (HEADER + "u1,2026-01-01,view,i1,1.5\n\"u,2\",2026-01-02,cart,\"i \"\"2\"\"\",2\n".repeat(30))
                .getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < 150; seed++) {
            tryImport(mutated(whole, Seeds.stream(seed, "damage")), "seed " + seed);
        }
        assertEquals(List.of(), crashes);
    }

    @Test
    @Tag("conformance")
    void damagedRealExportsNeverCrash() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(DATA.resolve("export-formats"))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertTrue(files.size() > 30);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            tryImport(whole, file.toString());
            SplittableRandom random = Seeds.stream(SEED, String.valueOf(file.getFileName()));
            for (int i = 0; i < 3; i++) {
                tryImport(mutated(whole, random), file + " mutated " + i);
            }
            for (int i = 0; i < 3; i++) {
                String trap = TRAPS.get(random.nextInt(TRAPS.size()));
                tryImport(trapped(whole, trap, random), file + " with " + trap);
            }
        }
        String figures = String.format(
                Locale.ROOT,
                "real files %d, damaged and trapped %d, imported %d, refused in words %d, rows kept %,d, rows kept"
                        + " aside with file, line and reason %,d, crashes %d, hangs 0",
                files.size(),
                tried,
                tried - refused - crashes.size(),
                refused,
                kept,
                aside,
                crashes.size());
        Logger.getLogger("attune.figures").info(figures);
        assertEquals(List.of(), crashes);
    }

    /// Guesses a mapping, or forces one, and imports into a new store.
    private void tryImport(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        tried++;
        try {
            assertTimeoutPreemptively(LIMIT, () -> importOrRefuse(file, what), what);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            crashes.add(what + ": " + e);
        }
    }

    private void importOrRefuse(Path file, String what) {
        try (EventsFixture events = new EventsFixture()) {
            FileFormat format = events.service.detect(file);
            ImportPreview preview = events.service.preview(file, format);
            Mapping mapping = events.service.guess(preview);
            if (!mapping.problems(preview.columnNames()).isEmpty()) {
                mapping = forced(preview);
            }
            ImportReport report = events.service.importFile(file, format, mapping, Progress.none());
            assertTrue(report.addsUp(), what);
            assertEquals(
                    mapping.rows() == RowKind.EVENTS ? report.accepted() : 0,
                    events.frame().eventCount(),
                    what);
            assertEquals(
                    report.quarantined(),
                    events.service.writeQuarantine(List.of(report.importId()), folder.resolve("q")));
            for (RejectedRow row : events.service.rejected(report.importId(), MOST_LOOKED_AT)) {
                assertTrue(row.rejection().line() > 0 && row.file().contains("damaged"), what + " " + row);
                aside++;
            }
            kept += report.accepted();
        } catch (ProblemException e) {
            assertTrue(e.problem().code().matches("(import|mapping)\\..*"), what + ": " + e.problem());
            refused++;
        }
    }

    private static Mapping forced(ImportPreview preview) {
        String first = preview.columnNames().stream().findFirst().orElse("none");
        return Mapping.events(List.of(MappedColumn.of(first, ColumnRole.USER)), "")
                .withRows(RowKind.USERS);
    }

    private static byte[] trapped(byte[] whole, String trap, SplittableRandom random) {
        byte[] put = trap.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(whole.length + 1);
        byte[] bytes = Arrays.copyOf(whole, whole.length + put.length);
        System.arraycopy(put, 0, bytes, at, put.length);
        System.arraycopy(whole, at, bytes, at + put.length, whole.length - at);
        return bytes;
    }

    private static byte[] mutated(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        byte[] nasty = {'"', ',', '\n', '\r', 0, (byte) 0xFF, (byte) 0xC3, '{', ';', (byte) 0x80};
        for (int i = random.nextInt(20); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextInt(4) == 0 ? (byte) random.nextInt(256) : nasty[random.nextInt(nasty.length)];
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
