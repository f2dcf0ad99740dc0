package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.MappedColumn;
import app.attune.ui.Texts;
import java.util.function.BiConsumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;

/// Lets the name be edited under which the values of one column are kept.
final class KeptNameCell extends TableCell<String, MappedColumn> {
    private final Texts texts;
    private final TextField field = new TextField();

    KeptNameCell(Texts texts, BiConsumer<MappedColumn, String> changed) {
        this.texts = texts;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        SelectedRow.follow(this, field);
        field.focusedProperty().addListener((observed, before, now) -> {
            if (before && !now) {
                apply(changed);
            }
        });
        field.setOnAction(event -> apply(changed));
    }

    private void apply(BiConsumer<MappedColumn, String> changed) {
        MappedColumn column = getItem();
        if (column != null && !column.name().equals(field.getText())) {
            changed.accept(column, field.getText().strip());
        }
    }

    @Override
    protected void updateItem(MappedColumn item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null || !isKept(item.role())) {
            setGraphic(null);
            return;
        }
        field.setId("name-" + item.column());
        field.setAccessibleText(texts.get("columns.name.of", item.column()));
        if (!field.isFocused()) {
            field.setText(item.name());
        }
        setGraphic(field);
    }

    private static boolean isKept(ColumnRole role) {
        return switch (role) {
            case PROPERTY, ATTRIBUTE, CONSENT, CONSENT_TIME -> true;
            case USER,
                    ANONYMOUS_ID,
                    SESSION,
                    TIME,
                    TIME_OF_DAY,
                    TYPE,
                    ITEM,
                    VALUE,
                    CURRENCY,
                    EVENT_ID,
                    LOAD_TIME,
                    IGNORED -> false;
        };
    }
}
