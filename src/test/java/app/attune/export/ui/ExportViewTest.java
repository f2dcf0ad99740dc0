package app.attune.export.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.ui.Destination;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private final Counter counter = new Counter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
    }

    private ExportView open() {
        ExportView view = onFx(() -> new ExportView(counter.context(folder, tasks)));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    @Test
    void anExportShowsFolderHashAndTheServersCommand() {
        open();
        ScreenWalk.check(window().getScene(), "export");
        counter.dialogs.path = Optional.of(folder);
        robot.clickOn("#exportButton");
        settle(tasks);
        String command =
                onFx(() -> robot.lookup("#resultCommand").queryLabeled().getText());
        assertTrue(command.startsWith("attune verify "), command);
        assertEquals(1, counter.log.size());
        assertTrue(onFx(() -> robot.lookup("Golden decisions come out the same: checked during the export")
                .queryAll()
                .isEmpty()));
        ScreenWalk.check(window().getScene(), "export-done");
    }

    @Test
    void aClosedGateIsNamedAndLeadsToWhereItIsFixed() {
        counter.ruleProblems = List.of(new Problem(
                "rules.unknown-segment", "\u201cHello\u201d is for a segment that was deleted.", "Choose another."));
        open();
        assertTrue(onFx(() -> robot.lookup("#exportButton").queryButton().isDisabled()));
        ScreenWalk.check(window().getScene(), "export-closed");
        robot.clickOn("Fix");
        assertEquals(List.of(Destination.of(Destination.RULES)), counter.visited);
    }

    @Test
    void personalListsNeedASecondYes() {
        open();
        counter.dialogs.path = Optional.of(folder);
        counter.dialogs.confirms = false;
        runOnFx(() -> robot.lookup("#userLists").queryAs(CheckBox.class).fire());
        robot.clickOn("#exportButton");
        settle(tasks);
        assertEquals(List.of(), counter.log);
        assertFalse(counter.dialogs.asked.isEmpty());
    }

    @Test
    void nobodyChoosingAFolderExportsNothing() {
        open();
        Button button = onFx(() -> robot.lookup("#exportButton").queryButton());
        robot.clickOn(button);
        settle(tasks);
        assertEquals(List.of(), counter.log);
    }

    @Test
    void aGateIsWaivedWithTheReasonAskedFor() {
        counter.checks = Counter.reviewing("Winter offer");
        open();
        counter.dialogs.text = Optional.of("approved in the meeting");
        runOnFx(() -> robot.lookup("#gate-waive-review").queryButton().fire());
        assertFalse(onFx(() -> robot.lookup("#exportButton").queryButton().isDisabled()));
        assertTrue(onFx(() -> robot.lookup("Waived by ana: approved in the meeting")
                .tryQuery()
                .isPresent()));
        ScreenWalk.check(window().getScene(), "export-waived");
        runOnFx(() -> robot.lookup("#gate-withdraw-review").queryButton().fire());
        assertTrue(onFx(() -> robot.lookup("#exportButton").queryButton().isDisabled()));
    }

    @Test
    void whatChangedSinceTheLastExportIsShown() {
        ExportView view = open();
        assertTrue(onFx(() -> robot.lookup("#compareButton").queryButton().isDisabled()));
        counter.dialogs.path = Optional.of(folder);
        robot.clickOn("#exportButton");
        settle(tasks);
        runOnFx(() -> robot.lookup("#compareButton").queryButton().fire());
        settle(tasks);
        assertTrue(onFx(() -> robot.lookup("Rules, segments and models are the same.")
                .tryQuery()
                .isPresent()));
        assertTrue(onFx(() -> view.model().problems().isEmpty()));
        Bounds page = onFx(() -> inScene(robot.lookup("#scroll").query()));
        Bounds result = onFx(() -> inScene(robot.lookup("#since").query()));
        assertTrue(page.contains(result), result + " is not in " + page);
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}
