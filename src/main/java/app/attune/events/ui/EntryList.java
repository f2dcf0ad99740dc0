package app.attune.events.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Entries that are made anew whenever something changes. A button of theirs that has the keyboard keeps it: the same
/// one or, where that is gone, the last of them.
final class EntryList extends VBox {
    EntryList(String id) {
        getStyleClass().add("section");
        setId(id);
    }

    /// @param otherwise gets the keyboard where no button is left for it
    void show(List<? extends Node> entries, Runnable otherwise) {
        Optional<String> before =
                buttons(this).filter(Node::isFocused).map(Node::getId).findFirst();
        getChildren().setAll(entries);
        before.ifPresent(id -> focus(id, otherwise));
    }

    private void focus(String id, Runnable otherwise) {
        List<Button> now = buttons(this).toList();
        if (now.isEmpty()) {
            otherwise.run();
        } else {
            now.stream()
                    .filter(button -> button.getId().equals(id))
                    .findFirst()
                    .orElse(now.getLast())
                    .requestFocus();
        }
    }

    private static Stream<Button> buttons(Node node) {
        return switch (node) {
            case Button button -> Stream.of(button);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(EntryList::buttons);
            default -> Stream.empty();
        };
    }
}
