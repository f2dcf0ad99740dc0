package app.attune.recommend.ui;

import app.attune.recommend.FactorModel;
import app.attune.ui.Action;
import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// Everything the models screen can do.
record ModelActions(
        Action train,
        Action baseline,
        Action start,
        Action close,
        Action cancel,
        Action delete,
        Action preview,
        Action onnx) {
    /// What the view itself does.
    record Steps(Runnable openForm, CardSteps ofCard, Runnable preview) {}

    static ModelActions of(ModelsViewModel model, Steps steps, Texts texts) {
        var busy = Bindings.when(model.busyProperty())
                .then(texts.get("action.reason.busy"))
                .otherwise("");
        var idle = Bindings.when(model.busyProperty()).then("").otherwise(texts.get("action.reason.idle"));
        var none = Bindings.createStringBinding(
                () -> model.card().isEmpty() ? texts.get("action.reason.none") : "",
                model.selectedProperty(),
                model.boardProperty());
        var form = Bindings.when(model.busyProperty())
                .then(texts.get("action.reason.busy"))
                .otherwise(model.form().problemProperty());
        return new ModelActions(
                Action.of("models.train", texts.get("action.train"), steps.openForm())
                        .withKey("Shortcut+T")
                        .disabledBy(busy),
                Action.of("models.train-baseline", texts.get("action.baseline"), model::trainBaseline)
                        .withKey("Shortcut+Shift+T")
                        .disabledBy(busy),
                Action.of("models.start", texts.get("action.start"), model::train)
                        .withKey("Shortcut+Enter")
                        .disabledBy(form),
                Action.of("models.close-form", texts.get("action.close"), model::closeForm)
                        .withKey("Esc"),
                Action.of("models.cancel", texts.get("action.cancel"), model::cancel)
                        .withKey("Shortcut+Shift+X")
                        .disabledBy(idle),
                Action.of("models.delete", texts.get("action.delete"), steps.ofCard()::delete)
                        .withKey("Shortcut+Delete")
                        .disabledBy(none),
                Action.of("models.preview", texts.get("action.preview"), steps.preview())
                        .withKey("Shortcut+Shift+U")
                        .disabledBy(none),
                Action.of("models.onnx", texts.get("action.onnx"), steps.ofCard()::writeOnnx)
                        .withKey("Shortcut+Shift+J")
                        .disabledBy(noFactors(model, texts)));
    }

    private static StringBinding noFactors(ModelsViewModel model, Texts texts) {
        return Bindings.createStringBinding(
                () -> model.card()
                        .map(card -> FactorModel.isOfFactors(card.kind()) ? "" : texts.get("action.reason.no-factors"))
                        .orElse(texts.get("action.reason.none")),
                model.selectedProperty(),
                model.boardProperty());
    }

    /// In the order of the command palette.
    List<Action> all() {
        return List.of(train, baseline, start, close, cancel, delete, preview, onnx);
    }
}
