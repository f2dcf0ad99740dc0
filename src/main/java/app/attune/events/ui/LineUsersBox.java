package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.Mapping;
import app.attune.events.MappingWords;
import app.attune.events.RowKind;
import app.attune.ui.Texts;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Makes each row a user of its own where no column names users, and says what that means.
final class LineUsersBox extends VBox {
    private final CheckBox box = new CheckBox();
    private final Texts texts;
    private final Label words = OptionLabels.caption("");
    private boolean filling;

    LineUsersBox(ImportViewModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("section");
        box.setId("lineUsers");
        box.setText(texts.get("columns.line-users"));
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.selectedProperty().addListener((observed, before, now) -> {
            if (!filling) {
                model.changeMapping(mapping -> now ? mapping.withLineUsers() : mapping.withoutLine());
            }
        });
        words.setId("lineUsersWords");
        getChildren().addAll(box, words);
        model.settingsProperty()
                .addListener((observed, before, now) -> now.ifPresent(settings -> show(settings.mapping())));
    }

    private void show(Mapping mapping) {
        boolean lines = mapping.columnOf(ColumnRole.USER).equals(Optional.of(Mapping.LINE));
        filling = true;
        box.setSelected(lines);
        filling = false;
        // Ticked, the column that names users would lose its meaning, and not get it back.
        Optional<String> named = lines ? Optional.empty() : mapping.columnOf(ColumnRole.USER);
        box.setDisable(named.isPresent());
        OptionLabels.say(
                words,
                named.map(column -> texts.get("columns.line-users.named", column))
                        .orElse(lines ? MappingWords.LINE_USERS : ""));
        boolean users = mapping.rows() != RowKind.ITEMS;
        setVisible(users);
        setManaged(users);
    }
}
