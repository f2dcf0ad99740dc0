package app.attune.events.ui;

import app.attune.events.read.shape.RecordField;
import app.attune.events.read.shape.RecordShape;
import app.attune.events.read.shape.ShapeChange;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// Makes rows of nested records by pointing: which list gives one row per element, what else is a column.
final class ShapeBox extends VBox {
    private final Texts texts = Texts.of("events");
    private final ImportReading reading;
    private final ComboBox<Optional<RecordField>> rows = new ComboBox<>();
    private final ComboBox<String> place = new ComboBox<>();
    private final Button add = new Button(texts.get("shape.add"));
    private boolean filling;

    ShapeBox(ImportReading reading) {
        this.reading = reading;
        getStyleClass().add("section");
        rows.setId("rowsOf");
        rows.setAccessibleText(texts.get("shape.rows"));
        rows.setMaxWidth(Double.MAX_VALUE);
        rows.setConverter(InWords.of(this::name));
        rows.setButtonCell(new LongChoice<>(this::name));
        rows.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                change((change, shape) ->
                        now.map(list -> change.rowsOf(list, shape)).orElseGet(() -> change.rowsOfRecords(shape)));
            }
        });
        place.setId("place");
        place.setEditable(true);
        place.setAccessibleText(texts.get("shape.column"));
        place.setPromptText(texts.get("shape.column.prompt"));
        place.setMaxWidth(Double.MAX_VALUE);
        place.setCellFactory(list -> new PlaceWithExample());
        add.setId("addColumn");
        add.setMinWidth(USE_PREF_SIZE);
        add.getStyleClass().add("small");
        add.setOnAction(event -> addColumn());
        getChildren().addAll(label("shape.rows", rows), rows, label("shape.column", place), place, add);
        reading.settingsProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
    }

    private String name(Optional<RecordField> list) {
        return list.map(field -> texts.get("shape.rows.elements", field.name()))
                .orElseGet(() -> texts.get("shape.rows.records"));
    }

    /// A row for every element of this list.
    void makeRows(RecordField list) {
        change((change, shape) -> change.rowsOf(list, shape));
    }

    private Label label(String key, ComboBox<?> box) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setLabelFor(box);
        return label;
    }

    private void addColumn() {
        String path = place.getEditor().getText().strip();
        if (!path.isEmpty()) {
            change((change, shape) -> field(path)
                    .map(field -> change.with(field, shape))
                    .orElseGet(() -> change.withPath(path, path.substring(path.lastIndexOf('/') + 1), shape)));
        }
    }

    private Optional<RecordField> field(String path) {
        return fields().stream().filter(field -> field.path().equals(path)).findFirst();
    }

    private List<RecordField> fields() {
        return reading.settingsProperty()
                .get()
                .map(now -> now.choices().fields())
                .orElse(List.of());
    }

    private void change(BiFunction<ShapeChange, RecordShape, RecordShape> work) {
        ShapeChange change = new ShapeChange(fields());
        reading.reshape(shape -> work.apply(change, shape));
    }

    private void show(ImportSettings settings) {
        filling = true;
        boolean nested = !settings.choices().fields().isEmpty();
        setVisible(nested);
        setManaged(nested);
        RecordShape shape = settings.preview().format().shape();
        ShapeChange change = new ShapeChange(settings.choices().fields());
        List<Optional<RecordField>> all = new ArrayList<>(List.of(Optional.empty()));
        settings.choices().fields().stream()
                .filter(field -> field.kind() == RecordField.Kind.LIST)
                .forEach(field -> all.add(Optional.of(field)));
        rows.getItems().setAll(all);
        rows.setValue(change.rows(shape));
        place.getItems()
                .setAll(change.open(shape).stream().map(RecordField::path).toList());
        place.setValue(null);
        place.getEditor().clear();
        filling = false;
    }

    /// A path with the first value that stands there.
    private final class PlaceWithExample extends ListCell<String> {
        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? null
                            : field(item)
                                    .map(field -> texts.get("shape.place", item, field.example()))
                                    .orElse(item));
        }
    }
}
