package app.attune.events.ui;

import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;

/// A user's id that opens the preview of that user; Enter in the row does the same.
final class UserCell extends TableCell<Integer, String> {
    UserCell(Consumer<String> open) {
        getStyleClass().add("user-link");
        setOnMouseClicked(event -> {
            boolean plain = !event.isShiftDown() && !event.isShortcutDown();
            if (plain && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                open.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(String user, boolean empty) {
        super.updateItem(user, empty);
        setText(empty ? "" : user);
        setCursor(empty ? Cursor.DEFAULT : Cursor.HAND);
    }
}
