package app.attune.recommend.ui;

import app.attune.recommend.ui.ModelsViewModel.Stage;
import app.attune.ui.Presence;
import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The search for settings as a page over the models screen.
final class TunePage {
    private final TuneViewModel model;
    private final TuneView view;
    private final TuneActions actions;
    private final ModelsViewModel models;
    private final List<Node> below;
    private final Runnable openForm;

    /// @param over     what the page covers while it is open
    /// @param openForm shows the training form
    TunePage(ModelsViewModel models, ModelsContext context, StackPane over, Runnable openForm) {
        Texts texts = Texts.of("recommend");
        this.models = models;
        this.openForm = openForm;
        this.below = List.copyOf(over.getChildren().subList(0, 1));
        this.model = new TuneViewModel(context, models.form(), texts);
        this.view = new TuneView(model, context.dialogs(), texts);
        var nothing = Bindings.when(models.stageProperty().isEqualTo(Stage.NO_EVENTS))
                .then(texts.get("empty.events"))
                .otherwise("");
        this.actions = TuneActions.of(model, new TuneActions.Steps(this::open, this::use, this::close), nothing, texts);
        view.attach(actions);
        over.getChildren().add(1, view.root());
        close();
    }

    TuneActions actions() {
        return actions;
    }

    TuneViewModel model() {
        return model;
    }

    private void open() {
        Presence.AWAY.of(below.toArray(Node[]::new));
        Presence.THERE.of(view.root());
        model.open();
        view.focus();
    }

    private void close() {
        Presence.AWAY.of(view.root());
        Presence.THERE.of(below.toArray(Node[]::new));
    }

    /// Fills the training form with the settings that are selected, or the best, and shows it.
    private void use() {
        model.settings().ifPresent(options -> {
            models.form().fill(options);
            close();
            openForm.run();
        });
    }
}
