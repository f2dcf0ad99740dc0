package app.attune.events.ui;

import app.attune.ui.Tips;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

/// The chosen one of a list of long names: cut off where there is no room, whole in its tooltip.
final class LongChoice<T> extends ListCell<T> {
    private final Function<T, String> label;
    private final Tooltip whole = Tips.of("");

    LongChoice(Function<T, String> label) {
        this.label = label;
        getStyleClass().add("may-clip");
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty || item == null ? "" : label.apply(item);
        setText(text);
        whole.setText(text);
        setTooltip(text.isEmpty() ? null : whole);
    }
}
