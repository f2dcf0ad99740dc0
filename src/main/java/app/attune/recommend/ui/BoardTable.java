package app.attune.recommend.ui;

import app.attune.recommend.EvaluationRow;
import app.attune.recommend.RecommenderNames;
import app.attune.stats.Interval;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the leaderboard; each sorts by its estimate.
final class BoardTable {
    private static final double NAME = 7.2;
    private static final double INTERVAL = 10.95;
    private static final double HIT = 7.2;
    private static final double COVERAGE = 7.9;
    private static final double SECONDS = 5.2;
    private static final double MILLIS = 1000;
    private static final long SHORT = 100;

    private final Texts texts;
    private final TableView<BoardRow> table;
    private final Label ruler;

    private BoardTable(TableView<BoardRow> table, Label ruler, Texts texts) {
        this.table = table;
        this.ruler = ruler;
        this.texts = texts;
    }

    /// @param ruler a label in normal text size: columns grow with it
    static void prepare(TableView<BoardRow> table, Label ruler, Texts texts) {
        new BoardTable(table, ruler, texts).columns();
    }

    private void columns() {
        TableColumn<BoardRow, String> name = new TableColumn<>(texts.get("board.name"));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                RecommenderNames.ofRow(row.getValue().result().name())));
        widen(name, NAME);
        table.getColumns().add(name);
        interval("board.ndcg10", EvaluationRow::ndcg10);
        interval("board.ndcg20", EvaluationRow::ndcg20);
        interval("board.recall10", EvaluationRow::recall10);
        interval("board.recall20", EvaluationRow::recall20);
        widen(
                column(
                        "board.hit10",
                        row -> row.hit10().estimate(),
                        row -> Numbers.percent(row.hit10().estimate())),
                HIT);
        widen(
                column("board.coverage10", EvaluationRow::coverage10, row -> Numbers.percent(row.coverage10())),
                COVERAGE);
        widen(column("board.seconds", EvaluationRow::trainSeconds, row -> seconds(row.trainSeconds())), SECONDS);
    }

    /// Keeps a column as wide as `letters` times the text size, until the analyst drags it.
    private void widen(TableColumn<BoardRow, ?> column, double letters) {
        column.setPrefWidth(letters * ruler.getFont().getSize());
        ruler.fontProperty().addListener((observed, before, now) -> column.setPrefWidth(letters * now.getSize()));
    }

    static String seconds(double value) {
        long millis = Math.round(MILLIS * value);
        if (millis == 0) {
            return "<1 ms";
        }
        return millis < SHORT ? millis + " ms" : String.format(Locale.ENGLISH, "%.1f s", value);
    }

    private void interval(String key, Function<EvaluationRow, Interval> measure) {
        TableColumn<BoardRow, BoardRow> column =
                column(key, row -> measure.apply(row).estimate(), row -> {
                    Interval interval = measure.apply(row);
                    return Numbers.metric(interval.estimate(), interval.low(), interval.high());
                });
        widen(column, INTERVAL);
    }

    private TableColumn<BoardRow, BoardRow> column(
            String key, ToDoubleFunction<EvaluationRow> sort, Function<EvaluationRow, String> words) {
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
        table.getColumns().add(column);
        return column;
    }
}
