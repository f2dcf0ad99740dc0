package app.attune.ui;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;

/// Where work of a screen stands, and a button that cancels it. Takes room only while the work takes longer than 300
/// ms.
public final class BusyBar extends FlowPane {
    private static final Duration PATIENCE = Duration.millis(300);
    private static final Duration PERIOD = Duration.millis(100);

    private final Label step = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button(Texts.of("ui").get("busy.cancel"));
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Timeline timer = new Timeline(new KeyFrame(PERIOD, event -> tell()));
    private Optional<BusyProgress> watched = Optional.empty();

    public BusyBar() {
        getStyleClass().add("busy-bar");
        bar.setFocusTraversable(false);
        bar.setAccessibleText(Texts.of("ui").get("loading"));
        cancel.setId("busyCancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> watched.ifPresent(BusyProgress::cancel));
        getChildren().addAll(bar, step, cancel);
        timer.setCycleCount(Animation.INDEFINITE);
        patience.setOnFinished(event -> show(watched.isPresent()));
        show(false);
    }

    /// Follows this work until the next call; empty when none runs.
    public void follow(Optional<BusyProgress> work) {
        watched = work;
        if (work.isPresent()) {
            tell();
            timer.play();
            patience.playFromStart();
        } else {
            timer.stop();
            patience.stop();
            show(false);
        }
    }

    private void show(boolean now) {
        setVisible(now);
        setManaged(now);
    }

    private void tell() {
        watched.map(BusyProgress::step).ifPresent(now -> {
            bar.setProgress(now.fraction());
            step.setText(now.stage().isEmpty() ? Texts.of("ui").get("loading") : now.stage());
        });
    }
}
