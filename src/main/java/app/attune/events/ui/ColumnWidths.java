package app.attune.events.ui;

import app.attune.ui.Letters;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;

/// Columns as wide as so many letters; what is left over goes to the last one, what does not fit is scrolled to.
final class ColumnWidths {
    private static final double BORDERS = 1.5;

    private ColumnWidths() {}

    /// @param font    of a label whose style does not change
    /// @param letters of each column, in order
    static void follow(TableView<?> table, ObservableValue<Font> font, double... letters) {
        Letters.watch(
                table.widthProperty(), font, width -> set(table, font.getValue().getSize(), width, letters));
    }

    private static void set(TableView<?> table, double letter, double width, double... letters) {
        List<? extends TableColumn<?, ?>> columns = table.getColumns();
        double left = width - BORDERS;
        for (int i = 0; i < letters.length; i++) {
            TableColumn<?, ?> column = columns.get(i);
            boolean last = i == letters.length - 1;
            double wanted = last ? Math.max(letters[i], left) : letters[i];
            column.setPrefWidth(wanted * letter);
            left -= column.isVisible() ? letters[i] : 0;
        }
    }
}
