package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.sample.BundledSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;

/// The analyst imports a messy file and saves what was wrong with it.
///
/// @param folder for files the analyst has or saves
record ImportSteps(Analyst analyst, Path folder) {
    void messyFile() {
        int before = analyst.events();
        analyst.step("04-import", () -> {
            analyst.command("import a file");
            assertTrue(analyst.sees("#filePane"));
        });
        analyst.step("05-dropped", () -> {
            analyst.drop(List.of(BundledSample.directory().resolve("messy-events.csv")));
            assertEquals("Detected: Windows-1252 (Western)", analyst.text("#encodingDetected"));
            assertEquals("Detected: Semicolon", analyst.text("#delimiterDetected"));
            String rows = analyst.node("#table", TableView.class).getItems().toString();
            assertTrue(rows.matches("(?s).*[äöüß].*"), rows);
        });
        analyst.step("06-user-unmapped", () -> {
            next();
            analyst.choose("#role-Kunde", "Ignored");
            assertTrue(analyst.node("#next", Button.class).isDisabled());
            assertTrue(analyst.text("#reason").startsWith("No column is mapped to 'User'."));
        });
        analyst.step("06a-user-mapped", () -> {
            analyst.choose("#role-Kunde", "User");
            assertFalse(analyst.node("#next", Button.class).isDisabled());
        });
        analyst.step("07-checked", () -> {
            next();
            assertTrue(analyst.text("#next").startsWith("Import 197 rows into "), analyst.text("#next"));
            String counts = analyst.node("#counts", TableView.class).getItems().toString();
            assertTrue(counts.contains("rows=3"), counts);
        });
        analyst.step("07a-imported", () -> {
            next();
            assertEquals("197 imported, 3 rejected", analyst.text("#title"));
            assertEquals(before + 197, analyst.events());
        });
        analyst.step("07b-rejected-rows-saved", () -> {
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

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
