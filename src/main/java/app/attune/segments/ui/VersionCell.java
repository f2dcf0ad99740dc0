package app.attune.segments.ui;

import app.attune.segments.SegmentDefinition;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// One version of a segment in a list.
final class VersionCell extends ListCell<SegmentDefinition> {
    private final Texts texts;
    private final ObservableValue<Map<Integer, String>> changes;

    /// @param changes what versions changed, in words by their number
    VersionCell(Texts texts, ObservableValue<Map<Integer, String>> changes) {
        this.texts = texts;
        this.changes = changes;
        getStyleClass().add("may-clip");
    }

    @Override
    protected void updateItem(@Nullable SegmentDefinition version, boolean empty) {
        super.updateItem(version, empty);
        setText(version == null || empty ? "" : words(version) + changed(version));
    }

    /// A line of its own; nothing where that is not known.
    private String changed(SegmentDefinition version) {
        String words = changes.getValue().getOrDefault(version.version(), "");
        return words.isEmpty() ? "" : "\n" + words;
    }

    private String words(SegmentDefinition version) {
        return texts.get(
                "versions.row",
                Integer.toString(version.version()),
                Numbers.dateTime(version.savedAt()),
                version.author(),
                version.note().isEmpty() ? "" : " \u00b7 " + version.note());
    }
}
