package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.sample.BundledSample;
import app.attune.ui.Destination;
import app.attune.ui.FxTest;
import app.attune.ui.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports in the real window: by keys alone, from a drop, several files at once, and cancelled while they surely run.
@Tag("display")
final class ImportJourneyTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final Path MESSY = BundledSample.directory().resolve("messy-events.csv");

    @TempDir
    private Path home = Path.of(".");

    @Test
    void allStepsOfAnImportGoByKeysAlone() {
        try (Analyst analyst = new Analyst("import-keyboard", home, CLOCK)) {
            analyst.step("01-sample", () -> {
                analyst.type(KeyCode.ENTER);
                analyst.settle();
            });
            int before = analyst.events();
            analyst.step("02-file", () -> {
                analyst.chord(KeyCode.SHORTCUT, KeyCode.O);
                analyst.dialogs.path = Optional.of(MESSY);
                analyst.tabTo(".empty-state .button");
                analyst.type(KeyCode.SPACE);
                analyst.settle();
                assertEquals("Detected: Windows-1252 (Western)", analyst.text("#encodingDetected"));
            });
            analyst.step("03-columns", () -> {
                analyst.chord(KeyCode.ALT, KeyCode.RIGHT);
                analyst.tabTo("#rows");
                analyst.type(KeyCode.DOWN);
                analyst.settle();
                assertTrue(analyst.sees("#userForm"));
                analyst.type(KeyCode.UP);
                analyst.settle();
                analyst.chord(KeyCode.ALT, KeyCode.LEFT);
                assertTrue(analyst.sees("#encoding"));
                analyst.chord(KeyCode.ALT, KeyCode.RIGHT);
            });
            analyst.step("04-check", () -> {
                analyst.chord(KeyCode.ALT, KeyCode.RIGHT);
                analyst.settle();
                assertTrue(analyst.text("#next").startsWith("Import 197 rows into "), analyst.text("#next"));
            });
            analyst.step("05-imported", () -> {
                analyst.chord(KeyCode.SHORTCUT, KeyCode.ENTER);
                analyst.settle();
                assertEquals("197 imported, 3 rejected", analyst.text("#title"));
                assertEquals(before + 197, analyst.events());
            });
            analyst.step("06-data", () -> {
                analyst.tabTo("#showData");
                analyst.type(KeyCode.SPACE);
                analyst.settle();
                assertTrue(analyst.sees("#table"));
            });
        }
    }

    @Test
    void aFileDroppedWithoutAWorkspaceMakesOneAndGoesOnToTheWizard() {
        try (Analyst analyst = new Analyst("import-drop", home, CLOCK)) {
            analyst.step("01-dropped", () -> {
                analyst.dialogs.path = Optional.of(home.resolve("messy-events"));
                analyst.drop(List.of(MESSY));
                analyst.settle();
                assertTrue(analyst.dialogs.asked.getFirst().startsWith("Make a new workspace for messy-events.csv?"));
                assertEquals("Detected: Windows-1252 (Western)", analyst.text("#encodingDetected"));
                assertEquals("messy-events", analyst.services().workspace().name());
            });
            analyst.step("02-two-files", () -> {
                analyst.drop(List.of(MESSY, BundledSample.directory().resolve("users.csv.gz")));
                analyst.settle();
                assertEquals("messy-events.csv, then 1 more", analyst.text("#fileName"));
            });
        }
    }

    @Test
    void anImportCancelledWhileItRunsLeavesNothingAndCanBeStartedAgain() {
        Gate gate = new Gate("Importing ");
        try (Analyst analyst = new Analyst("import-cancel", home, CLOCK, gate.around(Rooms.all()))) {
            analyst.step("01-sample", () -> {
                analyst.type(KeyCode.ENTER);
                analyst.settle();
            });
            int events = analyst.events();
            int imports = analyst.services().imports().imports().size();
            analyst.step("02-ready", () -> {
                analyst.open(Destination.of(Destination.IMPORT, MESSY.toString()));
                analyst.click("#next");
                analyst.click("#next");
                analyst.settle();
            });
            analyst.step("08a-cancelled", () -> {
                analyst.click("#next");
                analyst.until("the import runs", gate::isReached);
                analyst.picture("08-import-running");
                analyst.click("#cancel");
                gate.open();
                analyst.settle();
                assertTrue(analyst.sees(".banner-neutral"), Tasks.CANCELLED);
                assertEquals(events, analyst.events());
                assertEquals(imports, analyst.services().imports().imports().size());
            });
            analyst.step("08b-again", () -> {
                analyst.click("#next");
                analyst.settle();
                assertEquals("197 imported, 3 rejected", analyst.text("#title"));
                assertEquals(events + 197, analyst.events());
            });
        }
    }

    @Test
    void aTrainingCancelledWhileItRunsKeepsNoModel() {
        Gate gate = new Gate("Training ");
        try (Analyst analyst = new Analyst("training-cancel", home, CLOCK, gate.around(Rooms.all()))) {
            analyst.step("01-sample", () -> {
                analyst.type(KeyCode.ENTER);
                analyst.settle();
            });
            int models = analyst.services().models().list().size();
            analyst.step("02-cancelled", () -> {
                analyst.visit(Destination.MODELS);
                analyst.click("#trainButton");
                analyst.click("#startButton");
                analyst.until("the training runs", gate::isReached);
                analyst.picture("01a-running");
                analyst.click("#cancelButton");
                gate.open();
                analyst.settle();
                assertTrue(analyst.sees(".banner-neutral"), Tasks.CANCELLED);
                assertEquals(models, analyst.services().models().list().size());
            });
        }
    }
}
