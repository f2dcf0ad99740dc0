package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.EventsFixture;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Kit;
import app.attune.ui.ScreenWalk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportViewTest extends FxTest {
    private static final Path MESSY = ImportViewModelTest.MESSY;

    private final FxTasks tasks = new FxTasks();
    private final EventsFixture fixture = new EventsFixture();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<Destination> visited = new ArrayList<>();

    @TempDir
    private Path folder = Path.of(".");

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
        fixture.close();
    }

    private ImportView open() {
        ImportView view = onFx(() -> new ImportView(fixture.service, new Kit(tasks, visited::add, dialogs, () -> {})));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    private void click(String selector) {
        robot.clickOn(selector);
        settle(tasks);
    }

    private String text(String selector) {
        return onFx(() -> robot.lookup(selector).<Labeled>queryAs(Labeled.class).getText());
    }

    @Test
    void aMessyFileGoesThroughAllStepsAndItsRejectedRowsAreSaved() {
        open();
        ScreenWalk.check(window().getScene(), "import-file");
        dialogs.path = Optional.of(MESSY);
        robot.clickOn("Choose file");
        settle(tasks);
        assertEquals("Detected: Windows-1252", text("#encodingDetected"));
        ScreenWalk.check(window().getScene(), "import-format");
        click("#next");
        ScreenWalk.check(window().getScene(), "import-columns");
        click("#next");
        assertEquals("Import 197 rows", text("#next"));
        ScreenWalk.check(window().getScene(), "import-check");
        click("#next");
        assertEquals("197 imported, 3 rejected", text("#title"));
        ScreenWalk.check(window().getScene(), "import-result");
        Path rejected = folder.resolve("rejected.csv");
        dialogs.path = Optional.of(rejected);
        click("#saveRejected");
        assertTrue(Files.exists(rejected));
        click("#showFindings");
        assertEquals(List.of(Destination.of(Destination.HOME)), visited);
    }

    @Test
    void aMissingUserColumnIsNamedAndNextIsDisabled() {
        ImportView view = open();
        runOnFx(() -> view.opened(MESSY.toString()));
        settle(tasks);
        click("#next");
        runOnFx(() ->
                robot.lookup("#role-Kunde").queryComboBox().getSelectionModel().selectLast());
        settle(tasks);
        assertTrue(onFx(() -> robot.lookup("#next").queryButton().isDisabled()));
        assertTrue(
                onFx(() -> robot.lookup("#reason").<Label>queryAs(Label.class).isVisible()));
        assertTrue(text("#reason").startsWith("No column is mapped to 'User'."));
        ScreenWalk.check(window().getScene(), "import-columns-missing");
    }

    @Test
    void aFileThatIsGoneIsAProblemWithARemedy() {
        ImportView view = open();
        runOnFx(() -> view.opened(folder.resolve("gone.csv").toString()));
        settle(tasks);
        assertTrue(onFx(() -> robot.lookup(".banner").query().isVisible()));
        ScreenWalk.check(window().getScene(), "import-problem");
    }
}
