package app.attune.segments.ui;

import app.attune.ui.Action;
import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// What can be done with the segment that is open.
///
/// @param noSegment why nothing can be done; empty while one is open
record EditorActions(SegmentEditorView editor, ObservableValue<String> noSegment) {
    List<Action> all() {
        EditorKeys keys = editor.keys();
        return List.of(
                inEditor("add-row", EditorKeys.ADD_ROW, keys::addRow),
                inEditor("add-other", EditorKeys.ADD_OTHER, keys::addOther),
                inEditor("add-group", EditorKeys.ADD_GROUP, keys::addGroup),
                inEditor("duplicate", EditorKeys.DUPLICATE, keys::duplicate),
                inEditor("delete", EditorKeys.DELETE, keys::delete),
                inEditor("up", EditorKeys.UP, keys::moveUp),
                inEditor("down", EditorKeys.DOWN, keys::moveDown),
                inEditor("mute", EditorKeys.MUTE, keys::mute),
                inEditor("lock", EditorKeys.LOCK, keys::lock),
                inEditor("comment", EditorKeys.COMMENT, keys::comment),
                inEditor("save", "Shortcut+S", editor::settle));
    }

    /// The same actions as items of a menu.
    static void fill(MenuButton menu, List<Action> actions) {
        actions.forEach(action -> {
            MenuItem item = new MenuItem(action.title());
            item.setOnAction(event -> action.fire());
            menu.getItems().add(item);
        });
    }

    private Action inEditor(String id, String key, Runnable work) {
        return Action.of("segments.edit." + id, Texts.of("segments").get("action." + id), work)
                .withKey(key)
                .disabledBy(noSegment);
    }
}
