package app.attune.segments.ui;

import app.attune.segments.ui.SegmentsViewModel.Row;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the list of segments.
final class SegmentTable {
    private final TableView<Row> table;
    private final Texts texts;

    SegmentTable(TableView<Row> table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    void show(ObservableList<Row> rows) {
        table.getColumns().clear();
        text("name", 260, row -> row.definition().name());
        number(
                "users",
                110,
                row -> row.size().isPresent() ? Numbers.count(row.size().getAsInt()) : Numbers.NONE);
        number(
                "share",
                90,
                row -> row.size().isPresent()
                        ? Numbers.percent(row.size().getAsInt(), row.population())
                        : Numbers.NONE);
        text("used", 120, this::used);
        number("version", 90, row -> Integer.toString(row.definition().version()));
        text("saved", 180, row -> Numbers.dateTime(row.definition().savedAt()));
        table.setItems(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private String used(Row row) {
        int uses = row.usedBy().size();
        return uses == 0 ? texts.get("used.none") : texts.get("used.rules", uses);
    }

    private TableColumn<Row, String> text(String key, double width, Function<Row, String> words) {
        TableColumn<Row, String> column = new TableColumn<>(texts.get("column." + key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private void number(String key, double width, Function<Row, String> words) {
        TableColumn<Row, String> column = text(key, width, words);
        column.getStyleClass().add("number-column");
        column.setComparator(Comparator.comparingDouble(SegmentTable::amount));
    }

    private static double amount(String shown) {
        String digits = shown.replaceAll("[^0-9.]", "");
        return digits.isEmpty() ? -1 : Double.parseDouble(digits);
    }
}
