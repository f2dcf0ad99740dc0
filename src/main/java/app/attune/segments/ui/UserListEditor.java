package app.attune.segments.ui;

import app.attune.segments.UserListCondition;
import app.attune.ui.TabKey;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/// The controls of a row about listed users: their ids, one in a line.
final class UserListEditor {
    private static final int LINES = 4;
    private static final int LETTERS = 16;

    private UserListEditor() {}

    static RowNodes of(Spot<UserListCondition> spot) {
        Spot.Place place = spot.place();
        UserListCondition row = spot.now();
        ComboBox<UserListCondition.Listed> listed = Choices.of(
                place.name("listed", "listed"),
                List.of(UserListCondition.Listed.values()),
                row.listed(),
                one -> place.text("listed." + one.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(listed, picked -> spot.change(now -> new UserListCondition(picked, now.ids())));
        Label count = new Label(count(place, row.ids()));
        count.setId(place.id("listed-count"));
        return new RowNodes(
                List.of(RowEditors.subject(place.part()), listed, count), List.of(ids(spot, count)), List.of());
    }

    private static Node ids(Spot<UserListCondition> spot, Label count) {
        Spot.Place place = spot.place();
        TextArea area = new TextArea(String.join("\n", spot.now().ids()));
        area.setId(place.id("ids"));
        area.setAccessibleText(place.spoken("listed.ids"));
        area.setPromptText(place.text("listed.ids"));
        area.setPrefRowCount(LINES);
        area.setPrefColumnCount(LETTERS);
        area.getStyleClass().addAll("mono", "condition-ids");
        TabKey.leaves(area);
        area.textProperty().addListener((observed, old, text) -> {
            List<String> ids = ids(text);
            count.setText(count(place, ids));
            spot.typed(now -> new UserListCondition(now.listed(), ids));
        });
        return area;
    }

    private static String count(Spot.Place place, List<String> ids) {
        return place.text("listed.count", ids.size());
    }

    /// Every line that is not blank, once.
    private static List<String> ids(String text) {
        return text.lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }
}
