package app.attune.recommend.ui;

import app.attune.recommend.Champion;
import app.attune.recommend.ModelCard;
import app.attune.recommend.RecommenderNames;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The card of one model, on the nodes the view was loaded with.
final class CardPane {
    private final VBox box;
    private final Label title;
    private final GridPane lines;
    private final Texts texts;

    CardPane(VBox box, Label title, GridPane lines, Texts texts) {
        this.box = box;
        this.title = title;
        this.lines = lines;
        this.texts = texts;
    }

    /// @param champions of all purposes
    void show(Optional<ModelCard> card, List<Champion> champions) {
        box.setVisible(card.isPresent());
        card.ifPresent(shown -> fill(shown, champions));
    }

    private void fill(ModelCard card, List<Champion> champions) {
        title.setText(texts.get("card.title", RecommenderNames.of(card.id())));
        lines.getChildren().clear();
        int row = 0;
        for (CardLines.Line line : CardLines.of(card, champions, texts)) {
            Label name = new Label(line.name());
            name.getStyleClass().add("caption");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = wrapped(line.value());
            value.getStyleClass().add("card-value");
            lines.addRow(row++, name, value);
        }
    }

    static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
