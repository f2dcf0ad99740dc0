package app.attune.ui;

import javafx.application.Platform;
import javafx.stage.Stage;

/// Brings a window before all others.
public final class Front {
    private Front() {}

    /// What any thread may run to do so.
    public static Runnable of(Stage stage) {
        return () -> Platform.runLater(() -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        });
    }
}
