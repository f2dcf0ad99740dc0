package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.profiles.Population;
import app.attune.recommend.ModelCard;
import app.attune.recommend.onnx.ModelOnnx;
import app.attune.recommend.onnx.OnnxRequest;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Writes models as ONNX.
record OnnxFiles(ModelsContext context, Texts texts, TaskSlot slot) {
    OnnxFiles(ModelsContext context, Texts texts) {
        this(context, texts, new TaskSlot());
    }

    /// With the factors of everybody as they are now.
    ///
    /// @param told what was written, in words
    void write(ModelCard card, Path folder, Consumer<String> told, Consumer<Problem> failed) {
        context.tasks()
                .run(
                        slot,
                        texts.get("onnx.working"),
                        progress -> {
                            Population population = context.people().load(progress);
                            return ModelOnnx.write(
                                    request(card, folder), population, population.defaultAsOf(), progress);
                        },
                        written -> told.accept(String.join(" ", written.sentences())),
                        failed);
    }

    private OnnxRequest request(ModelCard card, Path folder) {
        return new OnnxRequest(
                card.id(),
                OnnxRequest.factors(card.id(), context.service().model(card.id())),
                card.interactions(),
                OnnxRequest.USUAL_LENGTH,
                OnnxRequest.Layout.PLAIN,
                OnnxRequest.Users.WITH,
                folder);
    }
}
