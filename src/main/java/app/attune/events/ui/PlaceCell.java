package app.attune.events.ui;

import app.attune.ui.Numbers;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The number of a row as the analyst counts: from 1 on.
final class PlaceCell extends TableCell<Integer, Integer> {
    PlaceCell() {
        getStyleClass().add("data-place");
    }

    @Override
    protected void updateItem(@Nullable Integer place, boolean empty) {
        super.updateItem(place, empty);
        setText(empty || place == null ? "" : Numbers.count(place + 1L));
    }
}
