package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
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
    private static final int MOST_TABS = 80;

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

    /// Presses Tab until what has this id has the keyboard.
    protected final void tabTo(String id) {
        List<String> passed = new ArrayList<>();
        while (!focused().equals(id)) {
            passed.add(focused());
            if (passed.size() > MOST_TABS) {
                throw new AssertionError("Tab never reaches " + id + ", but " + passed);
            }
            robot.type(KeyCode.TAB);
        }
    }

    /// Goes from one toggle of a group, which has to be the chosen one, to another to the right of it, and chooses
    /// that.
    protected final void toggle(String chosen, String wanted) {
        tabTo(chosen);
        for (int i = 0; i < MOST_TABS && !focused().equals(wanted); i++) {
            robot.type(KeyCode.RIGHT);
        }
        assertEquals(wanted, focused());
        robot.type(KeyCode.SPACE);
    }

    /// The id of what has the keyboard in the window `show` opened last; empty if nothing has.
    protected final String focused() {
        return onFx(() -> Optional.ofNullable(window().getScene().getFocusOwner())
                .map(Node::getId)
                .orElse(""));
    }

    /// Chooses by the words of the choice, with the arrow keys.
    protected final void arrowTo(String id, String words) {
        tabTo(id);
        ComboBox<?> box = (ComboBox<?>) onFx(() -> window().getScene().getFocusOwner());
        int count = onFx(() -> box.getItems().size());
        for (int i = 0; i < count; i++) {
            robot.type(KeyCode.UP);
        }
        for (int i = 0; i < count && !words.equals(onFx(() -> label(box))); i++) {
            robot.type(KeyCode.DOWN);
        }
        assertEquals(words, onFx(() -> label(box)));
    }

    private static <T> String label(ComboBox<T> box) {
        return box.getConverter() == null
                ? String.valueOf(box.getValue())
                : box.getConverter().toString(box.getValue());
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
