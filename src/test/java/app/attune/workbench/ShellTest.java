package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.ui.Destination;
import app.attune.ui.ScreenWalk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The window itself: home, what is said and kept, the time looked at, tasks.
final class ShellTest extends ShellWindow {
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
                        LockSupport.parkNanos(1_000_000);
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
