package app.attune.ui;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Lies over an area while it loads: shown only when loading takes longer than 200 ms, so that quick work does not
/// flicker. Put it last into a StackPane.
public final class LoadingVeil extends VBox {
    private static final Duration PATIENCE = Duration.millis(200);

    private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading");
    private final PauseTransition pause = new PauseTransition(PATIENCE);

    private final Label words = new Label(Texts.of("ui").get("loading"));
    private final ProgressBar bar = new ProgressBar();

    public LoadingVeil() {
        getStyleClass().add("loading-veil");
        bar.setFocusTraversable(false);
        bar.setAccessibleText(words.getText());
        getChildren().addAll(bar, words);
        setVisible(false);
        pause.setOnFinished(event -> setVisible(isLoading()));
        loading.addListener((observed, before, now) -> follow());
    }

    public BooleanProperty loadingProperty() {
        return loading;
    }

    public boolean isLoading() {
        return loading.get();
    }

    public void setLoading(boolean now) {
        loading.set(now);
    }

    /// Tells the step and the progress of the newest of these jobs while there is one.
    public void tell(ObservableList<TaskRow> rows) {
        rows.addListener((ListChangeListener<TaskRow>) change -> {
            words.textProperty().unbind();
            bar.progressProperty().unbind();
            if (rows.isEmpty()) {
                words.setText(Texts.of("ui").get("loading"));
                bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            } else {
                TaskRow newest = rows.getLast();
                words.textProperty().bind(newest.stageProperty().map(stage -> step(newest.title(), stage)));
                bar.progressProperty().bind(newest.fractionProperty());
            }
        });
    }

    private static String step(String title, String stage) {
        return stage.isEmpty() ? title : title + " \u00b7 " + stage;
    }

    private void follow() {
        if (isLoading()) {
            pause.playFromStart();
        } else {
            pause.stop();
            setVisible(false);
        }
    }
}
