package app.attune.events.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGeneratorTest {
    private static final Pattern READABLE =
            Pattern.compile("K-\\d{4};2026-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d;[a-z]+;[^;]*;[\\d.,]*;\\d?;.*;\\w+");
    private static final Path BUNDLED = Path.of("sample-datasets");

    @TempDir
    static Path directory;

    private static SampleGenerator.Summary summary;

    @BeforeAll
    static void generateTheBundledSample() {
        summary = SampleGenerator.write(SampleGenerator.BUNDLED_SEED, directory, Progress.none());
    }

    @Test
    void theSameSeedGivesTheSameBytesInAnotherLocaleAndZone(@TempDir Path other) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            SampleGenerator.write(SampleGenerator.BUNDLED_SEED, other, Progress.none());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (String file : SampleGenerator.FILES) {
            assertArrayEquals(
                    Files.readAllBytes(directory.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
        }
    }

    @Test
    void anotherSeedGivesAnotherSample(@TempDir Path other) {
        SampleGenerator.write(7, other, Progress.none());
        assertFalse(WrittenSample.unpacked(directory.resolve("events.csv.gz"))
                .equals(WrittenSample.unpacked(other.resolve("events.csv.gz"))));
    }

    @Test
    void theBundledFilesAreAFreshGeneration() throws IOException {
        for (String file : SampleGenerator.FILES) {
            assertEquals(content(directory.resolve(file)), content(BUNDLED.resolve(file)), file);
        }
    }

    @Test
    void allBundledFilesTogetherStayUnderFiveMegabytes() throws IOException {
        try (var files = Files.list(BUNDLED)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes < 5_000_000, bytes + " bytes");
        }
        assertTrue(summary.bytes() < 5_000_000);
    }

    @Test
    void theSummaryCountsWhatWasWritten() {
        assertEquals(15_000, summary.users());
        assertEquals(2_000, summary.items());
        assertEquals(
                summary.eventRows(),
                WrittenSample.unpacked(directory.resolve("events.csv.gz"))
                                .lines()
                                .count()
                        - 1);
    }

    @Test
    void theMessyFileIsWindows1252WithExactlyThreeBadRows() throws IOException {
        String text = new String(Files.readAllBytes(directory.resolve("messy-events.csv")), Charset.forName("cp1252"));
        List<String> lines = text.lines().toList();
        assertEquals(201, lines.size());
        assertTrue(lines.getFirst().contains("Stückzahl") && text.contains("für Mädchen"), lines.getFirst());
        List<Integer> bad = IntStream.rangeClosed(2, lines.size())
                .filter(number -> !READABLE.matcher(lines.get(number - 1)).matches())
                .boxed()
                .toList();
        assertEquals(List.of(48, 97, 151), bad);
    }

    @Test
    void namesAreUniqueAndNoKnownMaker() {
        String items = WrittenSample.unpacked(directory.resolve("items.csv.gz")).toLowerCase(Locale.ROOT);
        for (String maker : List.of(
                "north face",
                "patagonia",
                "wolfskin",
                "vaude",
                "deuter",
                "salewa",
                "mammut",
                "osprey",
                "arc'teryx",
                "columbia",
                "fjällräven",
                "msr",
                "black diamond",
                "petzl",
                "garmin",
                "haglöfs",
                "norrøna",
                "marmot")) {
            assertFalse(items.contains(maker), maker);
        }
        long names =
                items.lines().map(line -> line.split(",", -1)[1]).distinct().count();
        assertEquals(2_001, names);
    }

    @Test
    void cancellingStopsIt(@TempDir Path other) {
        Progress cancelled = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> SampleGenerator.write(1, other.resolve("none"), cancelled));
        assertFalse(Files.exists(other.resolve("none")));
    }

    @Test
    void aFolderThatIsAFileIsAProblemWithARemedy(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("taken"), "x");
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> SampleGenerator.write(1, file, Progress.none()));
        assertEquals("sample.cannot-write", thrown.problem().code());
    }

    private static String content(Path file) throws IOException {
        return file.toString().endsWith(".gz")
                ? WrittenSample.unpacked(file)
                : new String(Files.readAllBytes(file), Charset.forName("cp1252"));
    }
}
