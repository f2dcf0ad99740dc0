package app.attune.segments.ui;

import app.attune.segments.health.SegmentHealth;
import app.attune.segments.ui.SegmentsViewModel.Row;
import app.attune.ui.Letters;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/// The columns of the list of segments.
final class SegmentTable {
    private static final double NAME = 10.5;
    private static final double USERS = 6;
    private static final double SHARE = 6;
    private static final double WITHHELD = 9;
    private static final double USED = 7;
    private static final double VERSION = 6.5;
    private static final double OWNER = 6;
    private static final double HEALTH = 7;
    private static final double SAVED = 11.5;
    private static final double LEAST = 4;
    private static final double BESIDE_COLUMNS = 1.2;

    private final TableView<Row> table;
    private final Label ruler;
    private final Texts texts;

    /// @param ruler a label in normal text size: columns are at least so many of its letters wide
    SegmentTable(TableView<Row> table, Label ruler, Texts texts) {
        this.table = table;
        this.ruler = ruler;
        this.texts = texts;
    }

    void show(ObservableList<Row> rows, SegmentChecks checks) {
        ruler.textProperty().bind(Bindings.createStringBinding(() -> texts.get("segments.summary", rows.size()), rows));
        table.getColumns().clear();
        text("name", NAME, row -> row.definition().name()).setComparator(String.CASE_INSENSITIVE_ORDER);
        number(
                "users",
                USERS,
                row -> row.size().map(size -> Numbers.count(size.users())).orElse(Numbers.NONE));
        number(
                "share",
                SHARE,
                row -> row.size()
                        .map(size -> Numbers.percent(size.users(), row.population()))
                        .orElse(Numbers.NONE));
        number(
                "withheld",
                WITHHELD,
                row -> row.size().map(size -> Numbers.count(size.withheld())).orElse(Numbers.NONE));
        text("used", USED, this::used);
        text("owner", OWNER, row -> owner(row.definition().about().owner()));
        text("health", HEALTH, row -> health(checks, row));
        number("version", VERSION, row -> Integer.toString(row.definition().version()));
        text("saved", SAVED, row -> Numbers.dateTime(row.definition().savedAt()));
        table.setItems(rows);
        Letters.watch(table.widthProperty(), ruler.fontProperty(), this::fit);
    }

    /// The name has what the others leave; where that is too little, the table scrolls.
    private void fit(double width) {
        double others = USERS + SHARE + WITHHELD + USED + OWNER + HEALTH + VERSION + SAVED + BESIDE_COLUMNS;
        TableColumn<Row, ?> name = table.getColumns().getFirst();
        name.setPrefWidth(Math.max(NAME, width - others) * ruler.getFont().getSize());
    }

    private static String owner(String owner) {
        return owner.isEmpty() ? Numbers.NONE : owner;
    }

    private String health(SegmentChecks checks, Row row) {
        return checks.of(row.definition().id())
                .map(SegmentHealth::findings)
                .map(found -> texts.get("health.short", found.size()))
                .orElse(Numbers.NONE);
    }

    private String used(Row row) {
        int uses = row.usedBy().size();
        return uses == 0 ? texts.get("used.none") : texts.get("used.rules", uses);
    }

    private TableColumn<Row, String> text(String key, double letters, Function<Row, String> words) {
        TableColumn<Row, String> column = new TableColumn<>(texts.get("column." + key));
        column.setId("column-" + key);
        widen(column, letters);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private void widen(TableColumn<Row, ?> column, double letters) {
        double size = letters * ruler.getFont().getSize();
        column.setMinWidth(LEAST * ruler.getFont().getSize());
        column.setPrefWidth(size);
        ruler.fontProperty().addListener((observed, before, now) -> {
            column.setMinWidth(LEAST * now.getSize());
            column.setPrefWidth(letters * now.getSize());
        });
    }

    private void number(String key, double letters, Function<Row, String> words) {
        TableColumn<Row, String> column = text(key, letters, words);
        column.getStyleClass().add("number-column");
        column.setComparator(Comparator.comparingDouble(SegmentTable::amount));
    }

    private static double amount(String shown) {
        String digits = shown.replaceAll("[^0-9.]", "");
        return digits.isEmpty() ? -1 : Double.parseDouble(digits);
    }

    /// A double click or Enter opens what is selected.
    static void onOpen(TableView<?> table, Runnable open) {
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open.run();
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
            }
        });
    }
}
