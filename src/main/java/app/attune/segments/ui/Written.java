package app.attune.segments.ui;

import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/// Tells when a text is written: it is left, or Enter is pressed in its only line.
final class Written {
    private Written() {}

    static void told(TextInputControl text, SegmentEditorViewModel model) {
        text.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                model.written();
            }
        });
        if (text instanceof TextField line) {
            line.setOnAction(event -> model.written());
        }
    }
}
