package app.attune.events.ui;

import app.attune.ui.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// How far the running job of the import is, with the button that stops it. Takes no room while nothing runs.
public final class ImportBar extends HBox {
    private static final Duration LOOK_EVERY = Duration.millis(200);

    private final Texts texts = Texts.of("events");
    private final ProgressBar bar = new ProgressBar();
    private final Label stage = new Label();
    private final Button cancel = new Button(texts.get("import.cancel"));

    public ImportBar() {
        getStyleClass().add("toolbar");
        bar.setId("bar");
        bar.setAccessibleText(texts.get("import.progress"));
        bar.setMinWidth(120);
        stage.setId("stage");
        stage.setWrapText(true);
        stage.setMinHeight(USE_PREF_SIZE);
        stage.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(stage, Priority.ALWAYS);
        cancel.setId("cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(bar, stage, cancel);
    }

    Button cancelButton() {
        return cancel;
    }

    /// Follows these jobs from now on.
    void watch(ImportJobs jobs) {
        Timeline look = new Timeline(new KeyFrame(LOOK_EVERY, event -> show(jobs)));
        look.setCycleCount(Animation.INDEFINITE);
        BooleanBinding running = Bindings.createBooleanBinding(
                () -> jobs.busyProperty().get() || jobs.countingProperty().get(),
                jobs.busyProperty(),
                jobs.countingProperty());
        visibleProperty().bind(running);
        managedProperty().bind(running);
        running.addListener((observed, before, now) -> {
            if (now) {
                look.play();
            } else {
                look.stop();
            }
        });
        jobs.busyProperty().addListener((observed, before, now) -> show(jobs));
        jobs.countingProperty().addListener((observed, before, now) -> show(jobs));
    }

    private void show(ImportJobs jobs) {
        WatchedProgress.Standing standing = jobs.standing();
        bar.setProgress(standing.fraction());
        boolean behind = !jobs.busyProperty().get();
        stage.setText(behind ? texts.get("import.counting", standing.words()) : standing.words());
    }
}
