package app.attune.recommend.ui;

import app.attune.recommend.EvaluationRow;
import app.attune.recommend.RecommenderNames;
import app.attune.stats.Interval;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Makes columns of measures that sort by their estimates and say so where something was not measured.
final class MeasureColumns {
    private final TableView<BoardRow> table;
    private final Label ruler;
    private final Texts texts;

    /// @param ruler a label in normal text size: columns grow with it
    MeasureColumns(TableView<BoardRow> table, Label ruler, Texts texts) {
        this.table = table;
        this.ruler = ruler;
        this.texts = texts;
    }

    void name(double letters) {
        TableColumn<BoardRow, String> name = new TableColumn<>(texts.get("board.name"));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                RecommenderNames.ofRow(row.getValue().result().name())));
        widen(name, letters);
        table.getColumns().add(name);
    }

    /// @param words of an interval
    TableColumn<BoardRow, BoardRow> interval(
            String key,
            Function<EvaluationRow, Optional<Interval>> measure,
            Function<Interval, String> words,
            double letters) {
        return value(
                key,
                row -> measure.apply(row).map(Interval::estimate).orElse(Double.NaN),
                row -> measure.apply(row).map(words).orElseGet(() -> texts.get("board.not-measured")),
                letters);
    }

    TableColumn<BoardRow, BoardRow> value(
            String key, ToDoubleFunction<EvaluationRow> sort, Function<EvaluationRow, String> words, double letters) {
        TableColumn<BoardRow, BoardRow> column = new TableColumn<>(texts.get(key));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator((a, b) -> Double.compare(sort.applyAsDouble(a.result()), sort.applyAsDouble(b.result())));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(BoardRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? "" : words.apply(row.result()));
            }
        });
        widen(column, letters);
        table.getColumns().add(column);
        return column;
    }

    /// Lets the head say in a sentence what its measure means.
    static void explain(TableColumn<?, ?> column, String sentence) {
        Label head = new Label(column.getText());
        head.setTooltip(Tips.of(sentence));
        head.setAccessibleHelp(sentence);
        column.setText("");
        column.setGraphic(head);
    }

    /// Keeps a column as wide as `letters` times the text size, until the analyst drags it.
    private void widen(TableColumn<BoardRow, ?> column, double letters) {
        column.setPrefWidth(letters * ruler.getFont().getSize());
        ruler.fontProperty().addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
    }
}
