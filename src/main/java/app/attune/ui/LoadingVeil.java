package app.attune.ui;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
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

    public LoadingVeil() {
        getStyleClass().add("loading-veil");
        Label words = new Label(Texts.of("ui").get("loading"));
        ProgressBar bar = new ProgressBar();
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

    private void follow() {
        if (isLoading()) {
            pause.playFromStart();
        } else {
            pause.stop();
            setVisible(false);
        }
    }
}
