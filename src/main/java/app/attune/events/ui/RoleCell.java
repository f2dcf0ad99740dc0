package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.MappedColumn;
import app.attune.ui.Texts;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;

/// Lets the meaning of one column be chosen.
final class RoleCell extends TableCell<String, MappedColumn> {
    private final Texts texts;
    private final ComboBox<ColumnRole> box = new ComboBox<>();
    private boolean filling;

    RoleCell(Texts texts, BiConsumer<MappedColumn, ColumnRole> changed) {
        this.texts = texts;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.getItems().setAll(ColumnRole.values());
        box.setConverter(new FormatView.Labels<>(ColumnRole::label));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((observed, before, now) -> {
            MappedColumn column = getItem();
            if (!filling && now != null && column != null) {
                changed.accept(column, now);
            }
        });
    }

    @Override
    protected void updateItem(MappedColumn item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        filling = true;
        box.setId("role-" + item.column());
        box.setAccessibleText(texts.get("columns.role.of", item.column()));
        box.setValue(item.role());
        filling = false;
        setGraphic(box);
    }
}
