package app.attune.ui;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;

/// Adds columns to a table that are so many letters wide, whatever the text size.
///
/// @param ruler a label in normal text size
public record LetterColumns<R>(TableView<R> table, Label ruler) {
    private static final double LEAST = 4;

    /// Sorted by what it shows.
    public TableColumn<R, R> text(String title, double letters, Function<R, String> words) {
        return column(title, letters, words, Comparator.comparing(words, String.CASE_INSENSITIVE_ORDER));
    }

    /// As [#text], in as many lines as the words take.
    public TableColumn<R, R> lines(String title, double letters, Function<R, String> words) {
        TableColumn<R, R> column = text(title, letters, words);
        column.setCellFactory(made -> new Lines<>(words));
        return column;
    }

    /// Right-aligned, sorted by the number behind what it shows.
    public TableColumn<R, R> number(
            String title, double letters, Function<R, String> words, ToDoubleFunction<R> amount) {
        TableColumn<R, R> column = column(title, letters, words, Comparator.comparingDouble(amount));
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<R, R> column(String title, double letters, Function<R, String> words, Comparator<R> order) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(made -> new Cell<>(words));
        column.setComparator(order);
        widen(column, letters, ruler.getFont().getSize());
        ruler.fontProperty().addListener((observed, before, now) -> widen(column, letters, now.getSize()));
        table.getColumns().add(column);
        return column;
    }

    /// Gives a column the room that `others`, in letters, leave of the table.
    public void fill(TableColumn<R, R> column, double letters, double others) {
        Letters.watch(
                table.widthProperty(),
                ruler.fontProperty(),
                width -> column.setPrefWidth(
                        Math.max(letters, width - others) * ruler.getFont().getSize()));
    }

    private static void widen(TableColumn<?, ?> column, double letters, double size) {
        column.setMinWidth(LEAST * size);
        column.setPrefWidth(letters * size);
    }

    private static final class Cell<R> extends TableCell<R, R> {
        private final Function<R, String> words;

        Cell(Function<R, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : words.apply(row));
        }
    }

    /// A cell's own text would be measured as one line.
    private static final class Lines<R> extends TableCell<R, R> {
        private final Function<R, String> words;
        private final Text text = new Text();

        Lines(Function<R, String> words) {
            this.words = words;
            text.fillProperty().bind(textFillProperty());
            text.fontProperty().bind(fontProperty());
            text.wrappingWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()),
                            widthProperty(),
                            insetsProperty()));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            String said = empty || row == null ? "" : words.apply(row);
            text.setText(said);
            setText(said);
            setGraphic(said.isEmpty() ? null : text);
        }
    }
}
