package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.ui.Dialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.Texts;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Asks before the window goes while jobs run or with what could not be stored, lets them end and closes the workspace
/// before it does. The FX thread
/// never waits: a window that has to stay a while says why, and goes at once when it is closed again.
final class ClosingGuard {
    private final Stage stage;
    private final FxTasks tasks;
    private final Dialogs dialogs;
    private final Session session;
    private final Consumer<Problem> tell;
    private final Texts texts = Texts.of("workbench");
    private boolean leaving;
    private boolean sealing;

    private ClosingGuard(Stage stage, Parts parts, Session session, Consumer<Problem> tell) {
        this.stage = stage;
        this.tasks = parts.tasks();
        this.dialogs = parts.dialogs();
        this.session = session;
        this.tell = tell;
    }

    /// @param tell shows why the window stays
    static void watch(Stage stage, Parts parts, Session session, Consumer<Problem> tell) {
        stage.setOnCloseRequest(new ClosingGuard(stage, parts, session, tell)::asked);
    }

    private void asked(WindowEvent event) {
        if (!sealing
                && session.workspaceProperty().get().isEmpty()
                && (leaving || tasks.rows().isEmpty())) {
            return;
        }
        event.consume();
        if (sealing) {
            return;
        }
        if (leaving) {
            leave();
        } else {
            session.beforeLeaving(this::askOfJobs);
        }
    }

    private void askOfJobs() {
        if (tasks.rows().isEmpty()) {
            leave();
            return;
        }
        String first = tasks.rows().getFirst().title();
        Dialogs.Question question = new Dialogs.Question(
                texts.get("closing.title"),
                texts.get("closing.question", first, tasks.rows().size() - 1),
                texts.get("closing.verb"),
                texts.get("closing.refusal"));
        if (dialogs.confirm(question)) {
            leaving = true;
            tell.accept(new Problem(
                    "window.closing", texts.get("closing.waiting", first), texts.get("closing.waiting.remedy")));
            tasks.cancelShown(this::leave);
        }
    }

    /// What still writes, such as a backup, is waited for here, by the job that closes the workspace.
    /// Whoever closes the window meanwhile cannot break that off. If the workspace cannot be closed as it should be,
    /// that is shown, and the window goes when it is closed the next time.
    private void leave() {
        if (sealing) {
            return;
        }
        leaving = true;
        sealing = true;
        session.closeThen(stage::hide, () -> sealing = false);
    }
}
