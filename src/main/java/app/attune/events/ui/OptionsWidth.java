package app.attune.events.ui;

import app.attune.ui.Letters;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/// How wide the options beside a table are: less where there is little room.
final class OptionsWidth {
    private static final double ROOMY = 60;
    private static final int WIDE = 19;
    private static final int NARROW = 16;

    private OptionsWidth() {}

    /// @param font of a label whose style does not change
    static void follow(ScrollPane options, Region around, ObservableValue<Font> font) {
        set(options, WIDE);
        Letters.watch(around.widthProperty(), font, letters -> set(options, letters < ROOMY ? NARROW : WIDE));
    }

    private static void set(ScrollPane options, int letters) {
        options.setStyle(String.format(Locale.ROOT, "-fx-pref-width: %dem; -fx-min-width: %dem;", letters, letters));
    }
}
