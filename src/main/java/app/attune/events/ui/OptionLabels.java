package app.attune.events.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The texts beside the options of the import wizard; all of them wrap.
final class OptionLabels {
    private OptionLabels() {}

    /// Names the control under it.
    static Label title(String words, Node control) {
        Label label = styled(words, "form-label");
        label.setLabelFor(control);
        return label;
    }

    static Label caption(String words) {
        return styled(words, "caption");
    }

    static Label styled(String words, String style) {
        Label label = wrapped(words);
        label.getStyleClass().add(style);
        return label;
    }

    /// Something is as it should be.
    static Label good(String words) {
        return signed(words, "mdoal-check_circle", "status-good");
    }

    /// Something is wrong.
    static Label warning(String words) {
        return signed(words, "mdomz-warning", "status-warn");
    }

    /// Shows the words, or nothing where there are none.
    static void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private static Label signed(String words, String icon, String style) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add(style);
        Label label = wrapped(words);
        label.setGraphic(sign);
        return label;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
