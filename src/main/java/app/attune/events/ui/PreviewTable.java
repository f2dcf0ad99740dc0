package app.attune.events.ui;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.shape.RecordField;
import app.attune.events.read.shape.RecordShape;
import app.attune.events.read.shape.ShapeChange;
import app.attune.events.read.shape.ShapeColumn;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;

/// The first rows as they are read. A column of lists has a button that makes rows of them.
final class PreviewTable {
    private static final int MAX_COLUMNS = 30;
    private static final double LETTERS = 10;
    private static final double LETTERS_OF_LIST = 16;

    private final Texts texts = Texts.of("events");
    private final TableView<List<String>> table;
    private final ObservableValue<Font> font;
    private final Consumer<RecordField> makeRows;

    /// @param font     of a label whose style does not change
    /// @param makeRows asked for with the list whose elements are to be the rows
    PreviewTable(TableView<List<String>> table, ObservableValue<Font> font, Consumer<RecordField> makeRows) {
        this.table = table;
        this.font = font;
        this.makeRows = makeRows;
    }

    void show(ImportSettings settings) {
        ImportPreview preview = settings.preview();
        table.getColumns().clear();
        for (int i = 0; i < Math.min(preview.columns().size(), MAX_COLUMNS); i++) {
            table.getColumns().add(column(preview.columns().get(i), i, list(settings, i)));
        }
        table.getItems().setAll(preview.rows());
    }

    private TableColumn<List<String>, String> column(ColumnProfile profile, int position, Optional<RecordField> list) {
        TableColumn<List<String>, String> column =
                new TableColumn<>(profile.name() + "\n" + profile.type().label());
        column.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().get(position)));
        column.setCellFactory(made -> new TextCell());
        column.setSortable(false);
        double letters = list.isPresent() ? LETTERS_OF_LIST : LETTERS;
        column.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> letters * font.getValue().getSize(), font));
        list.map(this::button).ifPresent(column::setGraphic);
        return column;
    }

    private Button button(RecordField list) {
        Button button = new Button(texts.get("shape.make-rows"));
        button.setId("rows-" + list.name());
        button.setAccessibleText(texts.get("shape.make-rows.of", list.name()));
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> makeRows.accept(list));
        return button;
    }

    /// The list that a column of the rows holds.
    private static Optional<RecordField> list(ImportSettings settings, int position) {
        RecordShape shape = settings.preview().format().shape();
        String name = settings.preview().columns().get(position).name();
        ShapeChange change = new ShapeChange(settings.choices().fields());
        return change.lists(shape).stream()
                .filter(field -> shape.isNone() ? field.name().equals(name) : isOf(shape, name, field.path()))
                .findFirst();
    }

    private static boolean isOf(RecordShape shape, String name, String path) {
        return shape.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(ShapeColumn::first)
                .anyMatch(List.of(path)::equals);
    }

    /// A text in the middle of the row's height, whatever the style sheet of the row says.
    private static final class TextCell extends TableCell<List<String>, String> {
        TextCell() {
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.replace('\n', ' '));
        }
    }
}
