package app.attune.events.ui;

import app.attune.ui.Numbers;
import javafx.scene.control.TableCell;

/// The number of a row as the analyst counts: from 1 on.
final class PlaceCell extends TableCell<Integer, String> {
    PlaceCell() {
        getStyleClass().add("data-place");
    }

    @Override
    public void updateIndex(int place) {
        super.updateIndex(place);
        boolean real = place >= 0
                && getTableView() != null
                && place < getTableView().getItems().size();
        setText(real ? Numbers.count(place + 1L) : "");
    }
}
