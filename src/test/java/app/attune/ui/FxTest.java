package app.attune.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Base of tests that show something: starts the toolkit, shows a scene in the house style, waits without sleeping.
public abstract class FxTest {
    private static final long SECONDS = 120;

    /// The headless screen is 1000 x 1000: a robot cannot click beyond.
    protected static final double WIDTH = 1000;

    protected static final double HEIGHT = 800;

    /// Clicks and types.
    protected final FxRobot robot = new FxRobot();

    private final AtomicReference<@Nullable Stage> stage = new AtomicReference<>();

    @BeforeEach
    final void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @AfterEach
    final void closeWindows() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    /// Builds on the FX thread and shows in light colours, 1000 x 800.
    protected final Scene show(Callable<? extends Parent> root) {
        return onFx(() -> {
            Stage window = new Stage();
            Scene scene = new Scene(root.call(), WIDTH, HEIGHT);
            new Appearance(Theme.LIGHT, Density.COMFORTABLE, Appearance.NORMAL_TEXT).applyTo(scene);
            window.setScene(scene);
            window.show();
            stage.set(window);
            return scene;
        });
    }

    /// The window `show` opened last.
    protected final Stage window() {
        Stage shown = stage.get();
        if (shown == null) {
            throw new AssertionError("Call show first");
        }
        return shown;
    }

    /// Calls on the FX thread and brings back the result or the exception.
    public static <T> T onFx(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    public static void runOnFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /// Waits until no job of `tasks` runs, every callback has returned and the events they caused are handled.
    public static void settle(FxTasks tasks) {
        await(tasks.idle());
        WaitForAsyncUtils.waitForFxEvents();
    }

    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("Nothing came within " + SECONDS + " s", e);
        }
    }
}
