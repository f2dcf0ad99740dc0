package app.attune.recommend.ui;

import app.attune.recommend.Leaderboard;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommenderNames;
import app.attune.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// The models that were measured on another split or other data, to be opened.
final class ElsewhereLinks {
    private ElsewhereLinks() {}

    static void show(FlowPane elsewhere, Leaderboard leaderboard, Consumer<ModelId> open, Texts texts) {
        elsewhere.getChildren().clear();
        if (!leaderboard.elsewhere().isEmpty()) {
            elsewhere.getChildren().add(new Label(texts.get("board.elsewhere")));
        }
        for (ModelCard card : leaderboard.elsewhere()) {
            Hyperlink link = new Hyperlink(RecommenderNames.of(card.id()));
            link.setOnAction(event -> open.accept(card.id()));
            elsewhere.getChildren().add(link);
        }
    }
}
