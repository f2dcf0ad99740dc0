package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Heartbeat;
import app.attune.ui.Screen;
import app.attune.ui.ScreenWalk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

final class ShellTest extends FxTest {
    private static final List<String> ROOMS = List.of(
            Destination.DATA,
            Destination.SEGMENTS,
            Destination.RULES,
            Destination.MODELS,
            Destination.PREVIEW,
            Destination.EXPORT);

    private final FxTasks tasks = new FxTasks();
    private final FakeWorkspaces workspaces = new FakeWorkspaces();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Map<String, FakeScreen> screens = new LinkedHashMap<>();

    @TempDir
    private Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // set before each test
    private ShellView shell;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Scene scene;

    @BeforeEach
    void openWindow() {
        Parts parts = new Parts(
                tasks,
                workspaces,
                new SettingsFile(folder.resolve("settings.json")),
                ROOMS.stream().map(this::room).toList(),
                dialogs);
        shell = onFx(() -> new ShellView(parts, Settings.initial()));
        scene = onFx(() -> {
            Stage stage = new Stage();
            AttuneApp.open(stage, shell);
            stage.setMinWidth(0);
            stage.setWidth(WIDTH);
            return stage.getScene();
        });
        settle(tasks);
    }

    private Room room(String id) {
        return new Room(id, "mdoal-group", Room.Place.SIDEBAR, (workspace, kit) -> {
            FakeScreen screen = new FakeScreen(id);
            screens.put(id, screen);
            return screen;
        });
    }

    @AfterEach
    void closeTasks() {
        tasks.close();
    }

    @Test
    void withoutAWorkspaceHomeShowsFourTilesWithFocusOnTheSample() {
        assertEquals("openSample", onFx(() -> scene.getFocusOwner().getId()));
        assertTrue(onFx(() -> node("#room-segments").isDisabled()));
        ScreenWalk.check(scene, "home-welcome");
    }

    @Test
    void enterOnTheSampleShowsThreeFindingsAndTheSizeOfTheData() {
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertEquals("412.3 k events, 15,002 users, to 14 Nov 2026", text("#status-data"));
        assertEquals("Trailhead · all changes saved", text("#status-workspace"));
        assertEquals(
                "Active users grew 12% since June, to 2,140 a day",
                onFx(() -> node("#home-chart-0").getAccessibleText()));
        ScreenWalk.check(scene, "home-findings");
    }

    @Test
    void whatIsSaidOfOneWorkspaceDoesNotStandInTheNext() {
        onFx(() -> {
            shell.tell(new Problem("workspace.recovered", "Attune stopped without closing this workspace.", "Go on."));
            shell.tell(new Problem("settings.broken", "The settings cannot be read.", "Set them anew."));
            return true;
        });
        assertEquals(2, onFx(() -> scene.getRoot().lookupAll(".banner").size()));
        openSample();
        settle(tasks);
        assertEquals(
                List.of("The settings cannot be read."),
                onFx(() -> scene.getRoot().lookupAll(".banner-message").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()));
    }

    @Test
    void aWorkspaceWithoutDataSaysWhatToDoFirst() {
        workspaces.events = 0;
        openSample();
        assertTrue(onFx(() -> node("#noData").isVisible()));
        ScreenWalk.check(scene, "home-empty");
    }

    @Test
    void consentNobodyKnowsOfIsSaidAndCanBeDeclaredAndTakenBack() {
        workspaces.agreement = OpenWorkspace.Agreement.MISSING;
        openSample();
        assertTrue(onFx(() -> node(".banner").isVisible()));
        ScreenWalk.check(scene, "home-consent-missing");
        onFx(() -> {
            ((Button) node(".banner .button")).fire();
            return true;
        });
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        settle(tasks);
        assertEquals(0, onFx(() -> scene.getRoot().lookupAll(".banner").size()));
        dialogs.text = Optional.of("All members signed the terms");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        settle(tasks);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        settle(tasks);
        assertEquals(List.of("ALL_AGREED All members signed the terms", "NONE "), workspaces.declared);
    }

    @Test
    void anotherTimeIsChosenByKeyAndPlainToSeeUntilTheLatestIsLookedAtAgain() {
        openSample();
        open(Destination.of(Destination.SEGMENTS));
        assertEquals("As of 2026-11-15 00:00 UTC", asOf());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        assertEquals("as-of-latest", focusedId());
        robot.type(KeyCode.ESCAPE);
        assertFalse(onFx(() -> node("#as-of-pane").isVisible()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        robot.type(KeyCode.DOWN);
        assertEquals("as-of-other", focusedId());
        robot.type(KeyCode.TAB);
        assertEquals("as-of-day", focusedId());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("2026-02-30").type(KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.A);
        robot.write("25:00").type(KeyCode.ENTER);
        assertTrue(onFx(() -> node("#as-of-pane").isVisible()));
        assertEquals("as-of-day", onFx(() -> scene.getFocusOwner().getId()));
        ScreenWalk.check(scene, "as-of-wrong");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("2026-3-1").type(KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.A);
        robot.type(KeyCode.DELETE, KeyCode.ENTER);
        settle(tasks);
        assertFalse(onFx(() -> node("#as-of-pane").isVisible()));
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), workspaces.asOf);
        assertEquals("As of 2026-03-01 00:00 UTC \u00b7 not the latest", asOf());
        assertEquals(List.of("shown", "shown"), built(Destination.SEGMENTS).calls);
        ScreenWalk.check(scene, "as-of-past");
        ScreenWalk.checkSmallest(scene, "as-of-past");
        open(Destination.of(Destination.EXPORT));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        assertEquals("as-of-day", focusedId(), "another time is typed at once");
        robot.push(KeyCode.SHIFT, KeyCode.TAB).type(KeyCode.UP, KeyCode.ENTER);
        settle(tasks);
        assertEquals("As of 2026-11-15 00:00 UTC", asOf());
        assertEquals(List.of("shown"), built(Destination.EXPORT).calls, "bundles are of the latest data");
    }

    private String focusedId() {
        return onFx(() -> String.valueOf(scene.getFocusOwner().getId()));
    }

    private String asOf() {
        return onFx(() -> node("#status-as-of").getAccessibleText());
    }

    @Test
    void aWorkspacesFileOpensItsFolder() {
        runOnFx(() -> AttuneApp.openAsked(List.of("/workspaces/Spring/workspace.attune"), shell.session()));
        settle(tasks);
        assertEquals("Spring · all changes saved", text("#status-workspace"));
    }

    @Test
    void theStatusBarAsksTheScreensWhetherAllIsSaved() {
        openSample();
        open(Destination.of(Destination.SEGMENTS));
        runOnFx(() -> built(Destination.SEGMENTS).unsaved.set(true));
        assertEquals("Trailhead · changes not saved yet", text("#status-workspace"));
        runOnFx(() -> built(Destination.SEGMENTS).unsaved.set(false));
        assertEquals("Trailhead · all changes saved", text("#status-workspace"));
    }

    @Test
    void aWorkspaceThatCannotBeOpenedIsAProblemInTheWindow() {
        runOnFx(() -> shell.session().openFolder(Path.of("/workspaces/locked")));
        settle(tasks);
        assertTrue(onFx(() -> node(".banner").isVisible()));
        ScreenWalk.picture(scene, "home-problem");
    }

    @Test
    void thePaletteFindsAnActionOfARoomNeverOpenedAndDoesIt() {
        openSample();
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("new rul");
        assertEquals("New rules", onFx(() -> palette().getItems().getFirst().title()));
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertEquals(List.of("shown", "new"), built(Destination.RULES).calls);
        assertFalse(onFx(() -> node("#palette").isVisible()));
    }

    @Test
    void thePaletteOverTheWindowPassesTheWalk() {
        openSample();
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        ScreenWalk.check(scene, "palette");
    }

    @Test
    void aKeyGoesToARoomAndUndoToItsHistoryEvenFromATextField() {
        openSample();
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        FakeScreen segments = built(Destination.SEGMENTS);
        robot.clickOn(segments.field);
        runOnFx(() -> segments.history.change("Add condition", "second"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals("first", onFx(segments.history::value));
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        assertEquals("second", onFx(segments.history::value));
    }

    @Test
    void aSingleLetterIsAnActionOnlyOutsideTextFields() {
        openSample();
        open(Destination.of(Destination.SEGMENTS));
        FakeScreen segments = built(Destination.SEGMENTS);
        robot.clickOn(segments.field).type(KeyCode.A);
        assertFalse(segments.calls.contains("mark"));
        robot.clickOn("#room-segments").type(KeyCode.A);
        assertTrue(segments.calls.contains("mark"));
    }

    @Test
    void anObjectGetsATabAndItsScreenAnInspector() {
        openSample();
        open(Destination.of(Destination.SEGMENTS, "Frequent buyers"));
        open(Destination.of(Destination.RULES, "Default rules"));
        robot.clickOn("Frequent buyers");
        assertEquals("opened Frequent buyers", built(Destination.SEGMENTS).calls.getLast());
        assertTrue(onFx(() -> node("#inspector").isVisible()));
        ScreenWalk.check(scene, "shell-tabs");
        robot.press(KeyCode.CONTROL, KeyCode.ALT).type(KeyCode.I).release(KeyCode.ALT, KeyCode.CONTROL);
        assertFalse(onFx(() -> node("#inspector").isVisible()));
    }

    @Test
    void aTabFollowsWhatItsScreenShows() {
        openSample();
        open(Destination.of(Destination.RULES, "Default rules"));
        open(Destination.of(Destination.SEGMENTS, "chosen-buyers"));
        FakeScreen segments = built(Destination.SEGMENTS);
        shows(segments, "chosen-buyers", "Chosen buyers");
        assertEquals(List.of("Default rules", "Chosen buyers"), tabs());
        shows(segments, "others", "Others");
        assertEquals(List.of("Default rules", "Others"), tabs());
        assertEquals(
                Optional.of(Destination.of(Destination.SEGMENTS, "others")),
                onFx(() -> shell.desk().frontProperty().get().map(Desk.Front::destination)));
        open(Destination.of(Destination.RULES, "Default rules"));
        shows(segments, "late", "Late");
        assertEquals(List.of("Default rules", "Others"), tabs(), "what is not in front moves no tab");
        robot.clickOn(robot.lookup(".object-tab").nth(1).<javafx.scene.Node>query());
        assertEquals("opened others", segments.calls.getLast());
    }

    private void shows(FakeScreen screen, String id, String title) {
        runOnFx(() -> screen.shownObject.set(Optional.of(new Screen.Shown(id, title))));
    }

    private List<String> tabs() {
        return onFx(() -> robot.lookup(".object-tab").queryAllAs(javafx.scene.control.ToggleButton.class).stream()
                .map(javafx.scene.control.ToggleButton::getText)
                .toList());
    }

    @Test
    void settingsTakeEffectAtOnceAndAreKept() {
        open(Destination.of(Destination.SETTINGS));
        robot.clickOn("#themeDark").clickOn("#densityCompact");
        settle(tasks);
        Settings kept = new SettingsFile(folder.resolve("settings.json")).load();
        assertEquals(app.attune.ui.Theme.DARK, kept.appearance().theme());
        assertEquals(app.attune.ui.Density.COMPACT, kept.appearance().density());
        ScreenWalk.check(scene, "settings");
    }

    @Test
    void aLongTaskIsInTheTaskPaneAndCancelStopsIt() {
        CountDownLatch reported = new CountDownLatch(1);
        runOnFx(() -> tasks.run(
                new TaskSlot(),
                "Training item neighbours",
                progress -> {
                    progress.report("Counting pairs", 40, 100);
                    reported.countDown();
                    while (!progress.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    progress.checkpoint();
                    return "never";
                },
                result -> {},
                shell::tell));
        await(java.util.concurrent.CompletableFuture.runAsync(() -> waitFor(reported)));
        waitUntil(() -> !tasks.rows().isEmpty()
                && tasks.rows().getFirst().fractionProperty().get() > 0);
        robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
        ScreenWalk.check(scene, "tasks");
        robot.clickOn(onFx(() -> node("#task-pane").lookup(".task-list .button")));
        settle(tasks);
        assertTrue(onFx(() -> tasks.rows().isEmpty()));
        assertEquals(
                app.attune.ui.TaskRow.State.CANCELLED,
                onFx(() -> tasks.finished().getFirst().stateProperty().get()));
        assertTrue(onFx(() -> node(".banner-neutral").isVisible()));
    }

    @Test
    void theWindowNeverFreezesWhileTheAnalystGoesAround() {
        openSample();
        goAround();
        try (Heartbeat heartbeat = Heartbeat.start()) {
            goAround();
            assertTrue(heartbeat.longestMillis() >= 0);
        }
    }

    private void goAround() {
        for (String room : ROOMS) {
            open(Destination.of(room));
        }
        open(Destination.of(Destination.HOME));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("dark").type(KeyCode.ESCAPE);
        settle(tasks);
    }

    @Test
    void closingTheWorkspaceClosesItAndLeadsHome() {
        openSample();
        open(Destination.of(Destination.RULES));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.W).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle(tasks);
        assertEquals(List.of("Trailhead"), workspaces.closed);
        assertTrue(onFx(() -> node("#openSample").isVisible()));
        assertEquals(
                Optional.of(Destination.HOME),
                onFx(() -> shell.desk()
                        .frontProperty()
                        .get()
                        .map(front -> front.screen().id())));
    }

    @Test
    void theSidebarCollapsesToIconsThatKeepTheirNames() {
        robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        settle(tasks);
        assertEquals("Segments", onFx(() -> node("#room-segments").getAccessibleText()));
        assertTrue(onFx(() -> node("#sidebar").getLayoutBounds().getWidth() < 60));
        ScreenWalk.picture(scene, "sidebar-narrow");
    }

    private void openSample() {
        runOnFx(() -> shell.session().openSample());
        settle(tasks);
    }

    private void open(Destination destination) {
        runOnFx(() -> shell.desk().open(destination));
        settle(tasks);
    }

    private FakeScreen built(String id) {
        FakeScreen screen = screens.get(id);
        if (screen == null) {
            throw new AssertionError("The room " + id + " was not built");
        }
        return screen;
    }

    private Node node(String selector) {
        return scene.lookup(selector);
    }

    private String text(String selector) {
        return onFx(() -> ((Label) node(selector)).getText());
    }

    @SuppressWarnings("unchecked") // the list of the palette
    private ListView<app.attune.ui.Action> palette() {
        return (ListView<app.attune.ui.Action>) node("#palette-list");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, java.util.concurrent.TimeUnit.SECONDS, () -> onFx(condition));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
