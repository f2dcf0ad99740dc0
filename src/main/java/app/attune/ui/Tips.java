package app.attune.ui;

import javafx.scene.control.Tooltip;

/// Texts shown under the mouse.
public final class Tips {
    /// In pixels; a tooltip takes its greatest width from nowhere else, style sheets included.
    static final double WIDEST = 520;

    private Tips() {}

    /// As wide as a paragraph at most, in as many lines as it takes.
    public static Tooltip of(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        return tip;
    }
}
