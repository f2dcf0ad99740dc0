package app.attune.profiles.ui;

import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Adds columns to a table of this screen; they grow with the text.
final class Columns<T> {
    private final TableView<T> table;
    private final Label ruler;
    private final Texts texts;

    /// @param ruler a label in normal text size: columns are so many of its letters wide
    Columns(TableView<T> table, Label ruler, Texts texts) {
        this.table = table;
        this.ruler = ruler;
        this.texts = texts;
    }

    Columns<T> text(String key, double letters, Function<T, String> words) {
        TableColumn<T, String> column = new TableColumn<>();
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        return add(key, letters, column);
    }

    /// Sorted by size.
    Columns<T> number(String key, double letters, ToLongFunction<T> count) {
        TableColumn<T, Long> column = new TableColumn<>();
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(count.applyAsLong(cell.getValue())));
        column.setCellFactory(shown -> new CountCell<>());
        column.getStyleClass().add("number-column");
        return add(key, letters, column);
    }

    /// What stands in the table while it is empty.
    void orElse(String key) {
        Label none = new Label(texts.get(key));
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        table.setPlaceholder(none);
    }

    private Columns<T> add(String key, double letters, TableColumn<T, ?> column) {
        column.setText(texts.get("column." + key));
        column.setPrefWidth(letters * ruler.getFont().getSize());
        ruler.fontProperty().addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
        table.getColumns().add(column);
        return this;
    }

    private static final class CountCell<T> extends TableCell<T, Long> {
        @Override
        protected void updateItem(@Nullable Long count, boolean empty) {
            super.updateItem(count, empty);
            setText(empty || count == null ? "" : Numbers.count(count));
        }
    }
}
