package app.attune.segments.ui;

import app.attune.segments.ConditionSentence;
import app.attune.segments.TruthTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What each comparison of a row says of values that are known and of missing ones, below the row.
final class TruthCard {
    private static final String CLOSE = "truth-close";

    private final Spot.Place place;
    private final ComparedEditor.Field field;
    private final Compared now;

    TruthCard(Spot<Compared> spot, ComparedEditor.Field field) {
        this.place = spot.place();
        this.field = field;
        this.now = spot.now();
    }

    private ConditionPane pane() {
        return place.part().pane();
    }

    private List<Integer> path() {
        return place.part().path();
    }

    /// Shows the card, or hides it.
    MenuItem item() {
        MenuItem item = new MenuItem(place.text(pane().isTabled(path()) ? "truth.hide" : "truth.show"));
        item.setId(place.id("truth-item"));
        String next = pane().isTabled(path()) ? "menu" : CLOSE;
        item.setOnAction(event -> pane().focusing(place.id(next), () -> pane().table(path())));
        return item;
    }

    /// The card while it is shown.
    List<Node> nodes() {
        return pane().isTabled(path()) ? List.of(card()) : List.of();
    }

    private Node card() {
        VBox card = new VBox(table(), caption(TruthTable.NEGATED));
        if (field.missable() == ComparedEditor.Missable.NEVER) {
            card.getChildren().add(caption(place.text("truth.never")));
        }
        card.setId(place.id("truth"));
        card.getStyleClass().add("condition-truth");
        card.getChildren().add(closer());
        return card;
    }

    private GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("condition-truths");
        List<String> head = new ArrayList<>();
        for (String key : List.of("truth.comparison", "truth.known", "truth.missing", "truth.said")) {
            head.add(place.text(key));
        }
        addRow(table, head, "muted");
        List<String> allowed = Stream.concat(field.allowed().stream(), Stream.of(now.comparison()))
                .map(ConditionSentence::comparison)
                .toList();
        for (TruthTable.Line line : TruthTable.lines()) {
            if (allowed.contains(line.comparison())) {
                boolean own = line.comparison().equals(ConditionSentence.comparison(now.comparison()));
                String words = own ? place.text("truth.own", line.comparison()) : line.comparison();
                addRow(
                        table,
                        List.of(words, line.known(), line.missing(), line.saidToMatch()),
                        own ? "truth-own" : "truth-other");
            }
        }
        return table;
    }

    private static void addRow(GridPane table, List<String> cells, String style) {
        int row = table.getRowCount();
        for (int column = 0; column < cells.size(); column++) {
            Label cell = caption(cells.get(column));
            cell.getStyleClass().setAll("label", style);
            table.add(cell, column, row);
        }
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button closer() {
        Button close = new Button(place.text("truth.hide"));
        close.getStyleClass().addAll("small");
        close.setId(place.id(CLOSE));
        close.setOnAction(event -> pane().focusing(place.id("menu"), () -> pane().table(path())));
        return close;
    }
}
