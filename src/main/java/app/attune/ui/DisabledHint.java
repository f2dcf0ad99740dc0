package app.attune.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Lets a control say why it cannot be used. JavaFX gives a disabled node no mouse events, so its own tooltip never
/// shows; the scene watches the mouse instead.
public final class DisabledHint {
    private static final String WATCHER = "ui.disabled-hint";
    private static final String REASON = "ui.disabled-reason";
    private static final Duration PATIENCE = Duration.millis(400);
    private static final double BESIDE = 12;

    private final Scene scene;
    private final Set<Control> controls = Collections.newSetFromMap(new WeakHashMap<>());
    private final Tooltip tip = Tips.of("");
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Point2D mouse = Point2D.ZERO;

    @Nullable
    private Control under;

    private DisabledHint(Scene scene) {
        this.scene = scene;
        patience.setOnFinished(event -> show());
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, this::left);
    }

    /// Disables `control` while there is a reason; the reason is its help text for screen readers and shows as a
    /// tooltip
    /// under the mouse.
    ///
    /// @param reason empty while the control can be used
    public static void explain(Control control, ObservableValue<String> reason) {
        FocusReturn.of(control);
        control.disableProperty().bind(Bindings.createBooleanBinding(() -> isGiven(reason), reason));
        control.accessibleHelpProperty().bind(reason);
        control.getProperties().put(REASON, reason);
        control.sceneProperty().addListener((observed, before, now) -> watch(now, control));
        watch(control.getScene(), control);
    }

    private static boolean isGiven(ObservableValue<String> reason) {
        String text = reason.getValue();
        return text != null && !text.isEmpty();
    }

    private static void watch(@Nullable Scene scene, Control control) {
        if (scene != null) {
            DisabledHint hint =
                    (DisabledHint) scene.getProperties().computeIfAbsent(WATCHER, key -> new DisabledHint(scene));
            hint.controls.add(control);
        }
    }

    /// What is said now under the mouse of `scene`; empty when nothing is.
    static String shown(Scene scene) {
        return scene.getProperties().get(WATCHER) instanceof DisabledHint hint && hint.tip.isShowing()
                ? hint.tip.getText()
                : "";
    }

    private void moved(MouseEvent event) {
        mouse = new Point2D(event.getScreenX(), event.getScreenY());
        @Nullable Control now = at(event).orElse(null);
        if (!Objects.equals(now, under)) {
            hide();
            under = now;
            if (now != null) {
                patience.playFromStart();
            }
        }
    }

    /// Somebody who presses wants to know at once.
    private void pressed(MouseEvent event) {
        moved(event);
        patience.stop();
        show();
    }

    private void left(MouseEvent event) {
        if (event.getTarget() instanceof Node node && node.equals(scene.getRoot())) {
            hide();
            under = null;
        }
    }

    private void hide() {
        patience.stop();
        tip.hide();
    }

    private void show() {
        if (under != null && under.isDisabled() && scene.getWindow() != null) {
            tip.setText(words(under));
            tip.show(scene.getWindow(), mouse.getX() + BESIDE, mouse.getY() + BESIDE);
        }
    }

    private static String words(Control control) {
        @Nullable Tooltip own = control.getTooltip();
        String hint = own == null || own.getText() == null ? "" : own.getText();
        String reason = reason(control);
        return hint.contains(reason) ? hint : hint.isEmpty() ? reason : hint + "\n" + reason;
    }

    private static String reason(Control control) {
        return control.getProperties().get(REASON) instanceof ObservableValue<?> reason
                ? String.valueOf(reason.getValue())
                : "";
    }

    private Optional<Control> at(MouseEvent event) {
        List<Control> known = new ArrayList<>(controls);
        return known.stream()
                .filter(control ->
                        scene.equals(control.getScene()) && !reason(control).isEmpty())
                .filter(control -> control.contains(control.sceneToLocal(event.getSceneX(), event.getSceneY())))
                .filter(control -> isInFront(control, event))
                .findFirst();
    }

    /// Whether nothing lies over it: the mouse meets the control itself or, since that is disabled, what it lies on.
    private static boolean isInFront(Control control, MouseEvent event) {
        @Nullable Node met = event.getPickResult().getIntersectedNode();
        return met == null || isWithin(met, control) || isWithin(control, met);
    }

    private static boolean isWithin(Node inner, Node outer) {
        for (@Nullable Node up = inner; up != null; up = up.getParent()) {
            if (up.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
