package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.sample.BundledSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;

/// The analyst imports a messy file, saves what was wrong with it, and thinks twice about a large one.
///
/// @param folder for files the analyst has or saves
record ImportSteps(Analyst analyst, Path folder) {
    private static final int LARGE = 400_000;

    void messyFile() {
        int before = events();
        analyst.step("04-import", () -> {
            analyst.command("import a file");
            assertTrue(analyst.sees("#filePane"));
        });
        analyst.step("04a-import-format", () -> {
            analyst.dialogs.path = Optional.of(BundledSample.directory().resolve("messy-events.csv"));
            analyst.click("Choose file");
            analyst.settle();
            assertEquals("Detected: Windows-1252", analyst.text("#encodingDetected"));
        });
        analyst.step("04b-import-columns", this::next);
        analyst.step("04c-import-checked", () -> {
            next();
            assertEquals("Import 197 rows", analyst.text("#next"));
        });
        analyst.step("04d-imported", () -> {
            next();
            assertEquals("197 imported, 3 rejected", analyst.text("#title"));
            assertEquals(before + 197, events());
        });
        analyst.step("04e-rejected-rows-saved", () -> {
            Path rejected = folder.resolve("rejected.csv");
            analyst.dialogs.path = Optional.of(rejected);
            analyst.click("#saveRejected");
            analyst.settle();
            assertEquals(3 + 1, lines(rejected));
        });
    }

    void cancelled() {
        int before = events();
        analyst.step("04f-large-file-checked", () -> {
            analyst.dialogs.path = Optional.of(large());
            analyst.click("#another");
            analyst.click("Choose file");
            analyst.settle();
            next();
            next();
            assertEquals("Import 400,000 rows", analyst.text("#next"));
        });
        analyst.step("04g-import-cancelled", () -> {
            analyst.chord(KeyCode.ALT, KeyCode.RIGHT);
            analyst.picture("04g-importing");
            analyst.click("#cancel");
            analyst.settle();
            assertEquals(before, events());
            assertTrue(analyst.sees(".banner-neutral"));
        });
    }

    private void next() {
        analyst.click("#next");
        analyst.settle();
    }

    private int events() {
        return analyst.services()
                .populations()
                .current(Progress.none())
                .events()
                .eventCount();
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path large() {
        Path file = folder.resolve("large.csv");
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("user,time,event,item\n");
            for (String line : (Iterable<String>) IntStream.range(0, LARGE).mapToObj(ImportSteps::line)::iterator) {
                writer.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String line(int row) {
        return "w%05d,2026-10-%02dT%02d:%02d:%02dZ,view,i%04d%n"
                .formatted(row % 20_000, 1 + row % 28, row / 7 % 24, row / 11 % 60, row / 660 % 60, row % 1_999);
    }
}
