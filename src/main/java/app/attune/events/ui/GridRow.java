package app.attune.events.ui;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One event in either half of the grid; looks selected in both when it is.
final class GridRow extends TableRow<Integer> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

    private final GridSelection selection;

    GridRow(GridSelection selection, BiConsumer<Integer, MouseEvent> pressed) {
        this.selection = selection;
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                pressed.accept(getItem(), event);
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Integer place, boolean empty) {
        super.updateItem(place, empty);
        mark();
    }

    void mark() {
        Integer place = getItem();
        boolean here = !isEmpty() && place != null;
        pseudoClassStateChanged(CHOSEN, here && selection.has(place));
        pseudoClassStateChanged(LEAD, here && selection.lead() == place);
    }
}
