package app.attune.segments.ui;

import app.attune.segments.SegmentDefinition;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// One version of a segment in a list.
final class VersionCell extends ListCell<SegmentDefinition> {
    private final Texts texts;

    VersionCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("may-clip");
    }

    @Override
    protected void updateItem(@Nullable SegmentDefinition version, boolean empty) {
        super.updateItem(version, empty);
        setText(version == null || empty ? "" : words(version));
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
