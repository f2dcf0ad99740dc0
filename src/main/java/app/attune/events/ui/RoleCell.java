package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.MappedColumn;
import app.attune.ui.InWords;
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
        SelectedRow.follow(this, box);
        box.getItems().setAll(ColumnRole.values());
        box.setConverter(InWords.of(ColumnRole::label));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((observed, before, now) -> {
            if (!filling && !box.isShowing()) {
                choose(changed);
            }
        });
        // Keys that go through the open list choose only what they end on.
        box.setOnHidden(event -> choose(changed));
    }

    private void choose(BiConsumer<MappedColumn, ColumnRole> changed) {
        MappedColumn column = getItem();
        ColumnRole role = box.getValue();
        if (column != null && role != null && role != column.role()) {
            changed.accept(column, role);
        }
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
        if (!box.isShowing()) {
            box.setValue(item.role());
        }
        filling = false;
        setGraphic(box);
    }
}
