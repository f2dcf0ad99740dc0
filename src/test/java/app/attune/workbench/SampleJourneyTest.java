package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first minute of a new analyst, on the real sample.
final class SampleJourneyTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);

    private final FxTasks tasks = new FxTasks();

    @TempDir
    private Path folder = Path.of(".");

    @AfterEach
    void closeTasks() {
        tasks.close();
    }

    @Test
    void oneKeyOpensTheSampleShowsFindingsAndEveryRoomIsFitToBeSeen() {
        Parts parts = new Parts(
                tasks,
                new ServiceWorkspaces(folder.resolve("Sample shop"), CLOCK),
                new SettingsFile(folder.resolve("settings.json")),
                Rooms.all(),
                new FakeDialogs());
        ShellView shell = onFx(() -> new ShellView(parts, Settings.initial()));
        Scene scene = onFx(() -> {
            Stage stage = new Stage();
            AttuneApp.open(stage, shell);
            return stage.getScene();
        });
        settle(tasks);
        robot.type(KeyCode.ENTER);
        settle(tasks);
        String data = onFx(() -> ((Label) scene.lookup("#status-data")).getText());
        assertTrue(data.endsWith("15,000 users, to 31 Oct 2026"), data);
        String finding = onFx(() -> scene.lookup("#home-chart-0").getAccessibleText());
        assertTrue(finding.matches(".*\\d.*"), finding);
        ScreenWalk.check(scene, "home-sample");
        for (Room room : Rooms.all()) {
            runOnFx(() -> shell.desk().open(Destination.of(room.id())));
            settle(tasks);
            ScreenWalk.check(scene, "sample-" + room.id());
        }
        runOnFx(() -> shell.session().closeNow());
        assertEquals(
                folder.resolve("Sample shop"),
                onFx(() -> shell.session().settingsProperty().get().recent().getFirst()));
    }
}
