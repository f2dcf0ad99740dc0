package app.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Walks a scene graph and names what a user would stumble over. FX thread only.
final class ScreenChecks {
    private static final double SMALLEST_TARGET = 23.5;
    private static final double TEXT_CONTRAST = 4.5;
    private static final double LARGE_TEXT_CONTRAST = 3;
    private static final double LARGE_TEXT = 18.6;
    private static final double SCROLL_BAR = 16;

    private final List<String> findings = new ArrayList<>();

    private final boolean edges;

    private ScreenChecks(boolean edges) {
        this.edges = edges;
    }

    static List<String> of(Parent root) {
        return walked(root, new ScreenChecks(false));
    }

    /// What is cut off at the bottom as well: for the whole window as it is in use.
    static List<String> ofWindow(Parent root) {
        return walked(root, new ScreenChecks(true));
    }

    private static List<String> walked(Parent root, ScreenChecks checks) {
        checks.walk(root);
        return checks.findings;
    }

    private void walk(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !(node instanceof SplitPane)) {
            name(node);
            target(node);
            cutOff(node);
        }
        if (node instanceof Labeled labeled) {
            clipped(labeled);
            contrast(labeled);
        }
        if (node instanceof ScrollPane scrolled) {
            sideways(scrolled);
        }
        if (node instanceof ButtonBase button && button.getGraphic() instanceof Region words) {
            outgrown(button, words);
        }
        if (node instanceof Parent parent && !(node instanceof ScrollBar)) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    /// Whole screens and forms scroll up and down only: what lies off to the side is not found.
    private void sideways(ScrollPane scrolled) {
        double room = scrolled.getViewportBounds().getWidth();
        double wanted = scrolled.getContent() == null
                ? 0
                : scrolled.getContent().getLayoutBounds().getWidth();
        if (scrolled.isFitToWidth() && wanted > room + SCROLL_BAR) {
            findings.add(
                    String.format(Locale.ROOT, "%.0f wide in a room of %.0f: %s", wanted, room, describe(scrolled)));
        }
    }

    /// What a button shows must not be higher than the button.
    private void outgrown(ButtonBase button, Region words) {
        if (words.isVisible() && words.minHeight(words.getWidth()) > button.getHeight()) {
            findings.add("higher than its button: " + describe(words) + " in " + describe(button));
        }
    }

    private void name(Node node) {
        if (spoken(node).isBlank()) {
            findings.add("no accessible name: " + describe(node));
        }
    }

    /// What a screen reader has to say, without the private-use letters icon fonts put into texts.
    private static String spoken(Node node) {
        @Nullable String own = node.getAccessibleText();
        if (own != null && !withoutIcons(own).isBlank()) {
            return own;
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
            return withoutIcons(label.getText());
        }
        if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
            return "";
        }
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text == null ? "" : withoutIcons(text.toString());
    }

    private static String withoutIcons(String text) {
        return text.codePoints()
                .filter(letter -> Character.getType(letter) != Character.PRIVATE_USE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void target(Node node) {
        Bounds bounds = node.getLayoutBounds();
        boolean inSentence = node instanceof Hyperlink;
        if (!inSentence && (bounds.getWidth() < SMALLEST_TARGET || bounds.getHeight() < SMALLEST_TARGET)) {
            findings.add(String.format(
                    Locale.ROOT, "target of %.0f x %.0f: %s", bounds.getWidth(), bounds.getHeight(), describe(node)));
        }
    }

    /// What can be clicked must not reach below the edge of what holds it, unless that can be scrolled.
    private void cutOff(Node node) {
        double bottom = node.localToScene(node.getLayoutBounds()).getMaxY();
        for (@Nullable Node up = edges ? node.getParent() : null; up != null; up = up.getParent()) {
            if (up.getStyleClass().contains("viewport") || up.getStyleClass().contains("clipped-container")) {
                return;
            }
            if (up.getClip() != null) {
                double edge = up.localToScene(up.getClip().getBoundsInParent()).getMaxY();
                if (bottom > edge + 1) {
                    findings.add(String.format(Locale.ROOT, "%.0f below its edge: %s", bottom - edge, describe(node)));
                    return;
                }
            }
        }
    }

    private void clipped(Labeled labeled) {
        String wanted = labeled.getText();
        boolean iconOnly = labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
        if (wanted == null || wanted.isBlank() || labeled.getWidth() == 0 || iconOnly) {
            return;
        }
        if (labeled.lookup(".text") instanceof Text shown
                && !same(wanted, shown.getText())
                && !labeled.getStyleClass().contains("may-clip")
                && !isCell(labeled)) {
            findings.add("clipped to \"" + shown.getText() + "\": " + describe(labeled));
        }
    }

    /// Cells may be clipped: their column can be widened.
    private static boolean isCell(Node node) {
        for (@Nullable Node up = node; up != null; up = up.getParent()) {
            if (up.getStyleClass().contains("table-cell") || up.getStyleClass().contains("column-header")) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String wanted, String shown) {
        return wanted.replaceAll("[\\s_]", "").equals(shown.replaceAll("[\\s_]", ""));
    }

    private void contrast(Labeled labeled) {
        String text = labeled.getText();
        if (text == null || withoutIcons(text).isBlank() || labeled.isDisabled() || inDisabled(labeled)) {
            return;
        }
        Color back = background(labeled);
        if (labeled.getTextFill() instanceof Color fore && back != null) {
            double ratio = Contrast.ratio(fore, back);
            double needed = labeled.getFont().getSize() >= LARGE_TEXT ? LARGE_TEXT_CONTRAST : TEXT_CONTRAST;
            if (ratio < needed) {
                findings.add(String.format(
                        Locale.ROOT, "contrast %.2f of %s on %s: %s", ratio, fore, back, describe(labeled)));
            }
        }
    }

    private static boolean inDisabled(Node node) {
        return node.isDisabled();
    }

    /// The colour behind: from the node outwards, half-transparent fills over the first opaque one.
    private static @Nullable Color background(Node node) {
        List<Color> layers = new ArrayList<>();
        for (@Nullable Node up = node; up != null; up = up.getParent()) {
            if (up instanceof Region region && region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
                    if (!(fill.getFill() instanceof Color colour)) {
                        return null;
                    }
                    layers.add(colour);
                    if (colour.isOpaque()) {
                        return layers.reversed().stream().reduce(Contrast::over).orElse(null);
                    }
                }
            }
        }
        return null;
    }

    private static String describe(Node node) {
        StringBuilder words = new StringBuilder(node.getClass().getSimpleName());
        if (node.getId() != null) {
            words.append('#').append(node.getId());
        }
        node.getStyleClass().forEach(name -> words.append('.').append(name));
        if (node instanceof Labeled labeled) {
            words.append(" \"").append(labeled.getText()).append('"');
        } else if (node instanceof ButtonBase button) {
            words.append(button.getAccessibleText());
        }
        return words.toString();
    }
}
