package app.attune.recommend.ui;

import app.attune.recommend.Champion;
import app.attune.recommend.ImportedFactors;
import app.attune.ui.Action;
import app.attune.ui.Dialogs;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;

/// Makes the selected model a champion, and trains its settings on the data of today.
record RegistryActions(Action crown, Action refit) {
    static RegistryActions of(ModelsViewModel model, Dialogs dialogs, Texts texts) {
        var obstacle = Bindings.createStringBinding(
                () -> {
                    if (model.busyProperty().get()) {
                        return texts.get("action.reason.busy");
                    }
                    return model.card().isEmpty() ? texts.get("action.reason.none") : "";
                },
                model.busyProperty(),
                model.selectedProperty(),
                model.boardProperty());
        return new RegistryActions(
                Action.of(
                                "models.champion",
                                texts.get("action.champion"),
                                () -> ask(dialogs, texts).ifPresent(model::crown))
                        .withKey("Shortcut+Shift+K")
                        .disabledBy(obstacle),
                Action.of("models.refit", texts.get("action.refit"), model::refit)
                        .withKey("Shortcut+Shift+R")
                        .disabledBy(Bindings.createStringBinding(
                                () -> obstacle.get().isEmpty() && isTrainedElsewhere(model)
                                        ? texts.get("action.reason.elsewhere")
                                        : obstacle.get(),
                                obstacle)));
    }

    private static boolean isTrainedElsewhere(ModelsViewModel model) {
        return model.card()
                .filter(card -> card.kind().equals(ImportedFactors.KIND))
                .isPresent();
    }

    private static Optional<String> ask(Dialogs dialogs, Texts texts) {
        return dialogs.ask(new Dialogs.Prompt(
                texts.get("action.champion"),
                texts.get("champion.purpose"),
                Champion.USUAL_PURPOSE,
                texts.get("action.champion")));
    }

    void attachTo(Button champion, Button again) {
        crown.attachTo(champion);
        refit.attachTo(again);
    }

    /// In the order of the command palette.
    List<Action> all() {
        return List.of(crown, refit);
    }
}
