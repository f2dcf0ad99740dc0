package app.attune.workbench;

import app.attune.ui.Dialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.Texts;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Asks before the window goes while jobs run, and lets them end before it does.
final class ClosingGuard {
    private final Stage stage;
    private final FxTasks tasks;
    private final Dialogs dialogs;
    private final Texts texts = Texts.of("workbench");

    private ClosingGuard(Stage stage, Parts parts) {
        this.stage = stage;
        this.tasks = parts.tasks();
        this.dialogs = parts.dialogs();
    }

    static void watch(Stage stage, Parts parts) {
        stage.setOnCloseRequest(new ClosingGuard(stage, parts)::asked);
    }

    private void asked(WindowEvent event) {
        if (tasks.rows().isEmpty()) {
            return;
        }
        event.consume();
        String first = tasks.rows().getFirst().title();
        Dialogs.Question question = new Dialogs.Question(
                texts.get("closing.title"),
                texts.get("closing.question", first, tasks.rows().size() - 1),
                texts.get("closing.verb"),
                texts.get("closing.refusal"));
        if (dialogs.confirm(question)) {
            tasks.cancelShown(stage::hide);
        }
    }
}
