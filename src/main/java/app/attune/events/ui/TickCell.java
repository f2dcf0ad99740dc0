package app.attune.events.ui;

import app.attune.ui.Tips;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/// A name with a box to tick.
final class TickCell extends ListCell<String> {
    private final Function<String, BooleanProperty> ticks;
    private final CheckBox box = new CheckBox();
    private Optional<BooleanProperty> bound = Optional.empty();

    TickCell(Function<String, BooleanProperty> ticks) {
        this.ticks = ticks;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.getStyleClass().add("may-clip");
        box.setMaxWidth(Double.MAX_VALUE);
        prefWidthProperty().set(0);
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        bound.ifPresent(box.selectedProperty()::unbindBidirectional);
        bound = Optional.empty();
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        box.setId("tick-" + item);
        box.setText(item);
        box.setTooltip(Tips.of(item));
        bound = Optional.of(ticks.apply(item));
        bound.ifPresent(box.selectedProperty()::bindBidirectional);
        setGraphic(box);
    }
}
