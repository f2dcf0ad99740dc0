package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.read.Source;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever becomes of an export on its way, it is read to its end and every row is accounted for, under the preset
/// that is recognised and under any other.
class PresetFuzzTest {
    private static final int SEEDS = 10;
    private static final int LARGEST = 600_000;
    private static final List<String> NASTY = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\n",
            "\r\n",
            "\\",
            "null",
            "{}",
            "[]",
            "1e999",
            "-0",
            "true",
            "\u0000",
            "\\ud800",
            "\"id\":",
            "[[[[",
            "😀",
            "\t",
            "=1+1",
            "99999999999999999999");

    @TempDir
    Path folder;

    @Test
    void damagedSamplesAreReadToTheirEnd() throws IOException, URISyntaxException {
        Path samples = Path.of(Objects.requireNonNull(PresetFuzzTest.class.getResource("/preset-samples"))
                .toURI());
        tryAll(samples, SEEDS);
    }

    @Test
    @Tag("conformance")
    void damagedRealExportsAreReadToTheirEnd() throws IOException {
        Path data = Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");
        tryAll(data.resolve("export-formats"), 5);
    }

    private void tryAll(Path root, int seeds) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        int imported = 0;
        try (EventsFixture events = new EventsFixture()) {
            List<Preset> presets = events.service.presets().list();
            for (Path file : files) {
                byte[] whole = Files.readAllBytes(file);
                for (long seed = 0; seed < seeds && whole.length < LARGEST; seed++) {
                    SplittableRandom random = Seeds.stream(seed, String.valueOf(file.getFileName()));
                    Path damaged = Files.write(folder.resolve("damaged"), mutated(whole, random));
                    Preset any = presets.get(random.nextInt(presets.size()));
                    imported += tryOne(events, damaged, any, file + " seed " + seed);
                }
            }
        }
        assertTrue(imported > files.size(), "files that could be imported: " + imported);
    }

    /// @return how many of the two ways of reading led to an import
    private static int tryOne(EventsFixture events, Path file, Preset any, String what) {
        int imported = 0;
        for (boolean recognised : new boolean[] {true, false}) {
            try {
                Source source = Source.of(file);
                Recognition found = recognised
                        ? events.service.recognise(file)
                        : events.service.use(any, source, events.service.detect(source));
                ImportReport report = events.service.dryRun(file, found.format(), found.mapping(), Progress.none());
                assertTrue(report.addsUp(), what);
                imported++;
            } catch (ProblemException e) {
                String code = e.problem().code();
                assertTrue(code.matches("(import|mapping)\\..*"), what + " " + any.id() + ": " + e.problem());
            }
        }
        return imported;
    }

    private static byte[] mutated(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            int cut = random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(2);
            byte[] put = NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
            bytes = spliced(bytes, at, Math.min(bytes.length, at + cut), random.nextInt(5) == 0 ? new byte[0] : put);
        }
        return random.nextInt(6) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
        byte[] result = new byte[bytes.length - (to - from) + put.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(put, 0, result, from, put.length);
        System.arraycopy(bytes, to, result, from + put.length, bytes.length - to);
        return result;
    }
}
