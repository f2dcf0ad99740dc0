package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.ui.Front;
import app.attune.ui.FxTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace that is open in one window brings that window to the front when a second one wants it.
final class SecondWindowTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void theSecondWindowSaysWhoHasItAndTheFirstIsAsked() throws InterruptedException {
        Path home = folder.resolve("shop");
        ServiceWorkspaces workspaces = new ServiceWorkspaces(folder.resolve("sample"), CLOCK);
        try (OpenWorkspace first = workspaces.create(home, Progress.none())) {
            CountDownLatch asked = new CountDownLatch(1);
            first.whenAskedFor(asked::countDown);
            Problem problem = assertThrows(ProblemException.class, () -> workspaces.open(home, Progress.none()))
                    .problem();
            assertEquals("workspace.locked", problem.code());
            assertTrue(problem.message().contains(home.toString()), problem.message());
            assertTrue(problem.remedy().contains("asked to come to the front"), problem.remedy());
            assertTrue(asked.await(30, TimeUnit.SECONDS));
        }
        workspaces.open(home, Progress.none()).close();
    }

    @Test
    void aWindowThatWasPutAwayComesBack() {
        show(() -> new Label("A window"));
        runOnFx(() -> window().setIconified(true));
        Front.of(window()).run();
        runOnFx(() -> assertFalse(window().isIconified()));
    }
}
