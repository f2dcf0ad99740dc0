package app.attune.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text field that proposes values while one types. Picking one, or Enter, hands it over.
public final class SuggestField extends TextField {
    private static final int MOST = 8;

    /// A value and how it is shown.
    public record Suggestion(String value, String label) {}

    private final ContextMenu popup = new ContextMenu();
    private Function<String, List<Suggestion>> source = typed -> List.of();
    private Consumer<String> picked = value -> {};
    private boolean quiet;

    public SuggestField() {
        getStyleClass().add("suggest-field");
        popup.setAutoHide(true);
        textProperty().addListener((observed, before, now) -> propose());
        focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        setOnAction(event -> enter());
        popup.addEventFilter(KeyEvent.KEY_PRESSED, this::entered);
    }

    /// A popup that shows again takes Enter for itself even where none of its values is marked.
    private void entered(KeyEvent event) {
        boolean marked = popup.getItems().stream()
                .map(MenuItem::getStyleableNode)
                .anyMatch(node -> node != null && node.isFocused());
        if (event.getCode() == KeyCode.ENTER && !marked) {
            event.consume();
            enter();
        }
    }

    private void enter() {
        pick(Objects.requireNonNullElse(getText(), "").strip());
    }

    /// Where suggestions for what is typed come from; asked on the FX thread, so it must be quick.
    public void suggestFrom(Function<String, List<Suggestion>> newSource) {
        source = newSource;
    }

    /// What happens with a picked or entered value that is not blank.
    public void onPicked(Consumer<String> handler) {
        picked = handler;
    }

    /// Sets the text without proposing anything.
    public void showText(String text) {
        if (!text.equals(getText())) {
            quiet = true;
            setText(text);
            quiet = false;
        }
    }

    /// What is proposed at the moment.
    public List<Suggestion> suggestions() {
        return source.apply(Objects.requireNonNullElse(getText(), "").strip()).stream()
                .limit(MOST)
                .toList();
    }

    private void propose() {
        if (quiet || !isFocused() || getScene() == null) {
            return;
        }
        List<Suggestion> found = suggestions();
        popup.getItems().setAll(found.stream().map(this::item).toList());
        if (found.isEmpty()) {
            popup.hide();
        } else if (!popup.isShowing()) {
            popup.show(this, Side.BOTTOM, 0, 0);
        }
    }

    private CustomMenuItem item(Suggestion suggestion) {
        CustomMenuItem item = new CustomMenuItem(new Label(suggestion.label()), true);
        item.setOnAction(event -> pick(suggestion.value()));
        return item;
    }

    private void pick(String value) {
        popup.hide();
        if (!value.isBlank()) {
            picked.accept(value);
        }
    }
}
