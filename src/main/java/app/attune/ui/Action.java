package app.attune.ui;

import app.attune.core.Require;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Something the analyst can do, by its place in the command palette, by key and by button.
///
/// @param id             stable kebab-case name such as `segments.new`, also for tests
/// @param title          verb first, sentence case
/// @param key            the accelerator, if it has one
/// @param work           what happens; called on the FX thread
/// @param disabledReason why it cannot be done now; empty text while it can
public record Action(
        String id, String title, Optional<KeyCombination> key, Runnable work, ObservableValue<String> disabledReason) {

    /// An action without a key that can always be done.
    public static Action of(String id, String title, Runnable work) {
        return new Action(id, title, Optional.empty(), work, new SimpleStringProperty(""));
    }

    /// The same with an accelerator such as `Shortcut+Shift+N`, `Alt+Up` or `Shortcut+3`, by the name of the key.
    public Action withKey(String combination) {
        KeyCombination parsed = KeyCombination.valueOf(combination);
        Require.that(parsed instanceof KeyCodeCombination, "No key is called as in " + combination);
        return new Action(id, title, Optional.of(parsed), work, disabledReason);
    }

    /// The same, not possible while `reason` is not empty.
    public Action disabledBy(ObservableValue<String> reason) {
        return new Action(id, title, key, work, reason);
    }

    public boolean isEnabled() {
        String reason = disabledReason.getValue();
        return reason == null || reason.isEmpty();
    }

    /// Does it if it can be done now.
    public void fire() {
        if (isEnabled()) {
            work.run();
        }
    }

    /// Lets `button` do this: handler, disabled state, reason as help text and under the mouse, name and key as
    /// tooltip. A button that
    /// has no text keeps its icon and gets the title as its accessible name.
    public void attachTo(ButtonBase button) {
        if (button.getText() == null || button.getText().isEmpty()) {
            button.setAccessibleText(title);
        }
        button.setOnAction(event -> fire());
        DisabledHint.explain(button, disabledReason);
        Tooltip tooltip = Tips.of("");
        tooltip.textProperty().bind(Bindings.createStringBinding(this::hint, disabledReason));
        button.setTooltip(tooltip);
    }

    private String hint() {
        String withKey = key.map(combination -> title + " (" + combination.getDisplayText() + ")")
                .orElse(title);
        return isEnabled() ? withKey : withKey + "\n" + disabledReason.getValue();
    }
}
