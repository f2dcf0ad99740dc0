package app.attune.ui;

import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;

/// Width measured in letters, so that a layout can follow both the window and the text size.
public final class Letters {
    private Letters() {}

    /// Calls `follow` with `width` divided by the size of `font`, soon after either changes: not within the pass that
    /// changed it, since style sheets and layout must not be changed from within. Take the font of a node whose style
    /// `follow` leaves alone: a node whose classes change has the default font for a moment.
    public static void watch(ObservableDoubleValue width, ObservableValue<Font> font, DoubleConsumer follow) {
        Runnable tell = () -> follow.accept(width.get() / font.getValue().getSize());
        width.addListener((observed, before, now) -> Platform.runLater(tell));
        font.addListener((observed, before, now) -> Platform.runLater(tell));
    }
}
