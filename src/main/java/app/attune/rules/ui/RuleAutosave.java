package app.attune.rules.ui;

import app.attune.ui.Texts;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.util.Duration;

/// Saves edited rules a little after the last edit, and at once where they are left. FX thread only.
final class RuleAutosave {
    private static final Duration AFTER = Duration.seconds(1);

    private final Texts texts = Texts.of("rules");
    private final RulesViewModel model;
    private final PauseTransition waiting = new PauseTransition(AFTER);

    RuleAutosave(RulesViewModel model, Parent root) {
        this.model = model;
        waiting.setOnFinished(event -> model.save());
        model.history().valueProperty().addListener(observed -> waiting.playFromStart());
        root.sceneProperty().addListener((observed, before, now) -> {
            if (now == null && waiting.getStatus() == Animation.Status.RUNNING) {
                waiting.stop();
                model.save();
            }
        });
    }

    /// Saves what still waits, then does `then`, whether or not that worked.
    void settle(Runnable then) {
        waiting.stop();
        model.save();
        model.saving().whenQuiet(then);
    }

    /// What would be lost if the window went now, in sentences.
    List<String> unkept() {
        return model.isUnsaved() ? List.of(texts.get("rules.unkept")) : List.of();
    }
}
