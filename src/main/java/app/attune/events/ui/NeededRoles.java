package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.Mapping;
import app.attune.events.MappingGuess;
import app.attune.events.RowKind;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// What has to be mapped before rows can be imported, each with the column that is or what to do.
final class NeededRoles {
    private NeededRoles() {}

    static List<Label> of(Mapping mapping, Texts texts) {
        List<Label> labels = new ArrayList<>();
        Label title = new Label(texts.get("columns.needed"));
        title.getStyleClass().add("form-label");
        labels.add(title);
        mapping.required().forEach(role -> labels.add(label(role, columnOf(mapping, role), texts)));
        mapping.columnOf(ColumnRole.USER)
                .filter(MappingGuess::isContact)
                .ifPresent(column -> labels.add(hint(texts.get("columns.needed.email", column))));
        if (mapping.rows() == RowKind.USERS && isOfEvents(mapping)) {
            labels.add(label("mdomz-warning", "status-warn", texts.get("columns.needed.events")));
        }
        if (mapping.rows() == RowKind.EVENTS) {
            Optional<String> type = mapping.columnOf(ColumnRole.TYPE)
                    .or(() -> Optional.of(mapping.constantType()).filter(name -> !name.isBlank()));
            labels.add(
                    type.isPresent()
                            ? label(ColumnRole.TYPE, type, texts)
                            : label("mdomz-warning", "status-warn", texts.get("columns.needed.type-missing")));
        }
        return labels;
    }

    /// Users have neither types nor items.
    private static boolean isOfEvents(Mapping mapping) {
        return mapping.columnOf(ColumnRole.TYPE).isPresent()
                || mapping.columnOf(ColumnRole.ITEM).isPresent();
    }

    /// Users may be named by an anonymous id alone.
    private static Optional<String> columnOf(Mapping mapping, ColumnRole role) {
        return mapping.columnOf(role)
                .or(() -> role == ColumnRole.USER ? mapping.columnOf(ColumnRole.ANONYMOUS_ID) : Optional.empty());
    }

    private static Label label(ColumnRole role, Optional<String> column, Texts texts) {
        return column.map(name ->
                        label("mdoal-check_circle", "status-good", texts.get("columns.needed.is", role.label(), name)))
                .orElseGet(
                        () -> label("mdomz-warning", "status-warn", texts.get("columns.needed.missing", role.label())));
    }

    private static Label hint(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label label(String icon, String style, String words) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add(style);
        Label label = new Label(words, sign);
        label.setId("needed-" + style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
