package app.attune.segments.ui;

import app.attune.segments.Condition;
import app.attune.segments.Conditions;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// Shows the marks of a part on its box, and what can be done about them in its menu.
final class PartMarks {
    private PartMarks() {}

    /// @param box begins with the line of the part
    static void show(Part part, VBox box) {
        if (part.path().isEmpty()) {
            return;
        }
        Condition marked = part.marked();
        Optional<List<Integer>> lock = part.model().commands().lockAround(part.path());
        if (Marks.has(marked, Mark.MUTED)) {
            box.getStyleClass().add("condition-muted");
        }
        menu(box).ifPresent(menu -> fill(menu, part, lock));
        if (lock.isPresent()) {
            box.getStyleClass().add("condition-locked");
            box.getChildren().forEach(PartMarks::close);
        }
        int place = Conditions.isGroup(marked) ? 1 : box.getChildren().size() - 1;
        box.getChildren().add(place, new MarkLine(part, lock.isPresent()));
    }

    private static Optional<MenuButton> menu(VBox box) {
        return ((Pane) box.getChildren().getFirst())
                .getChildren().stream()
                        .filter(MenuButton.class::isInstance)
                        .map(MenuButton.class::cast)
                        .findFirst();
    }

    /// Nothing in it can be used, but its menu and what lies in boxes of its own.
    private static void close(Node node) {
        if (node instanceof HBox line && line.getChildren().stream().anyMatch(MenuButton.class::isInstance)) {
            line.getChildren().forEach(PartMarks::close);
        } else if (!(node instanceof MenuButton)
                && !(node instanceof Label)
                && !node.getProperties().containsKey(PartBoxes.PATH)
                && !node.getStyleClass().contains(ConditionPane.FINDINGS)) {
            node.setDisable(true);
        }
    }

    private static void fill(MenuButton menu, Part part, Optional<List<Integer>> lock) {
        ConditionCommands commands = part.model().commands();
        boolean muted = Marks.has(part.marked(), Mark.MUTED);
        boolean around = lock.filter(path -> !path.equals(part.path())).isPresent();
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(part, muted ? "unmute" : "mute", () -> commands.mute(part.path())),
                        item(part, "comment", () -> part.pane().comment(part.path())));
        if (lock.isPresent()) {
            menu.getItems().forEach(item -> item.setDisable(true));
        }
        String key = lock.isEmpty() ? "lock" : around ? "unlock-around" : "unlock";
        menu.getItems().add(item(part, key, () -> commands.lock(part.path())));
        String marks = Marks.of(part.marked()).stream()
                .sorted()
                .map(mark -> ", " + MarkLine.word(part, mark))
                .collect(Collectors.joining());
        menu.setAccessibleText(part.spoken("part.menu") + marks);
    }

    private static MenuItem item(Part part, String key, Runnable work) {
        MenuItem item = new MenuItem(part.texts().get("part." + key));
        item.setOnAction(event -> work.run());
        return item;
    }
}
