package app.attune.recommend.ui;

import app.attune.recommend.ModelCard;
import app.attune.recommend.RecommenderNames;
import app.attune.ui.Dialogs;
import app.attune.ui.Texts;
import java.util.List;

/// What is done with the model whose card is open, once it is asked what has to be.
final class CardSteps {
    private final ModelsContext context;
    private final ModelsViewModel model;
    private final Texts texts;

    CardSteps(ModelsContext context, ModelsViewModel model, Texts texts) {
        this.context = context;
        this.model = model;
        this.texts = texts;
    }

    void delete() {
        model.card().map(ModelCard::id).ifPresent(id -> {
            Dialogs.Question question = new Dialogs.Question(
                    texts.get("delete.title"),
                    texts.get("delete.question", RecommenderNames.of(id)),
                    texts.get("delete.title"));
            if (context.dialogs().confirm(question)) {
                model.delete(id);
            }
        });
    }

    void writeOnnx() {
        Dialogs.FileKind folder = new Dialogs.FileKind(texts.get("onnx.kind"), List.of("*"));
        model.card()
                .ifPresent(card -> context.dialogs()
                        .saveFile(texts.get("onnx.title", RecommenderNames.of(card.id())), folder, card.id() + "-onnx")
                        .ifPresent(chosen -> model.writeOnnx(card, chosen)));
    }
}
