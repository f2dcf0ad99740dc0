package app.attune.decide.ui;

import app.attune.decide.RerankedList;
import app.attune.recommend.RecommenderNames;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// One model's list for the user, re-ranked, with every move in words.
final class RerankedPane extends TitledPane {
    private static final double GAP = 8;

    private final Texts texts = Texts.of("decide");
    private final VBox lines = new VBox(GAP / 2);

    RerankedPane(RerankedListModel model) {
        setId("rerankedPane");
        getStyleClass().addAll("may-clip", "dense");
        setText(texts.get("preview.rerank"));
        setExpanded(false);
        setAnimated(false);
        setMinWidth(0);
        lines.setId("rerankedLines");
        setContent(new VBox(GAP, ProblemLine.of("rerankedProblem", model.problemProperty()), lines));
        model.listProperty()
                .addListener((observed, before, now) ->
                        show(now, model.problemProperty().get()));
        model.problemProperty()
                .addListener(
                        (observed, before, now) -> show(model.listProperty().get(), now));
        show(model.listProperty().get(), model.problemProperty().get());
    }

    /// Opens it.
    void open() {
        setExpanded(true);
        requestFocus();
    }

    /// @param problem why there is no list; empty without
    private void show(Optional<RerankedList> list, String problem) {
        List<Node> none =
                problem.isEmpty() ? List.of(PreviewPanels.label(texts.get("preview.rerank.none"), "muted")) : List.of();
        lines.getChildren().setAll(list.map(this::lines).orElse(none));
    }

    private List<Node> lines(RerankedList list) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(PreviewPanels.label(
                texts.get("preview.rerank.by", RecommenderNames.of(list.model()), list.steps()), "strong"));
        list.notes().forEach(note -> nodes.add(PreviewPanels.label(note, "body-compact")));
        if (list.items().isEmpty()) {
            nodes.add(PreviewPanels.label(texts.get("preview.rerank.empty"), "muted"));
        }
        for (RerankedList.Line line : list.items()) {
            String words = line.reason().isEmpty()
                    ? texts.get("preview.rerank.same", line.place(), line.name())
                    : texts.get("preview.rerank.moved", line.place(), line.name(), line.reason());
            nodes.add(PreviewPanels.label(words, line.reason().isEmpty() ? "body-compact" : "strong"));
        }
        for (RerankedList.Line line : list.gone()) {
            nodes.add(PreviewPanels.label(
                    texts.get("preview.rerank.gone", line.from(), line.name(), line.reason()), "muted"));
        }
        if (list.taken() > 0) {
            nodes.add(PreviewPanels.label(texts.get("preview.rerank.taken", list.taken()), "muted"));
        }
        nodes.add(PreviewPanels.label(texts.get("preview.rerank.note"), "caption"));
        return nodes;
    }
}
