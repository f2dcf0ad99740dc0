package app.attune.ui.chart;

import app.attune.core.chart.ChartSpec;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The numbers of a chart as a table: first column text, the others right-aligned numbers.
final class ChartTable {
    private ChartTable() {}

    static void fill(TableView<List<String>> table, ChartSpec spec) {
        List<List<String>> rows = spec.table();
        table.getColumns().clear();
        List<String> header = rows.getFirst();
        for (int c = 0; c < header.size(); c++) {
            table.getColumns().add(column(header.get(c), c));
        }
        table.getItems().setAll(rows.subList(1, rows.size()));
    }

    /// With a header line, columns separated by tabs.
    static String tsv(ChartSpec spec) {
        return spec.table().stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
    }

    private static TableColumn<List<String>, String> column(String name, int index) {
        TableColumn<List<String>, String> column = new TableColumn<>(name);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
        column.setSortable(false);
        column.setPrefWidth(index == 0 ? 180 : 140);
        if (index > 0) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }
}
