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

/// The analyst imports a messy file and saves what was wrong with it.
///
/// @param folder for files the analyst has or saves
record ImportSteps(Analyst analyst, Path folder) {
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
            assertEquals("Detected: Windows-1252 (Western)", analyst.text("#encodingDetected"));
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
}
