package app.attune.recommend.ui;

import app.attune.ui.Texts;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.util.Duration;

/// Shows where a training stands, ten times a second, on the nodes the view was loaded with.
final class TrainingPane {
    private static final Duration PERIOD = Duration.millis(100);
    private static final int PERCENT = 100;

    private final ProgressBar bar;
    private final Label step;
    private final Texts texts;
    private final Timeline timer = new Timeline(new KeyFrame(PERIOD, event -> showStep()));
    private Optional<WatchedProgress> watched = Optional.empty();

    TrainingPane(ProgressBar bar, Label step, Texts texts) {
        this.bar = bar;
        this.step = step;
        this.texts = texts;
        timer.setCycleCount(Animation.INDEFINITE);
    }

    /// Follows a training until the next call; empty when none runs.
    void follow(Optional<WatchedProgress> training) {
        watched = training;
        if (training.isPresent()) {
            showStep();
            timer.play();
        } else {
            timer.stop();
        }
    }

    private void showStep() {
        watched.map(WatchedProgress::step).ifPresent(now -> {
            bar.setProgress(now.fraction());
            step.setText(words(now));
        });
    }

    private String words(WatchedProgress.Step now) {
        if (now.stage().isEmpty()) {
            return texts.get("train.starting");
        }
        return now.fraction() < 0
                ? now.stage()
                : texts.get("train.step", now.stage(), Math.round(PERCENT * now.fraction()));
    }
}
