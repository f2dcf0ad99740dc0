package app.attune.workbench;

import app.attune.archive.KnownBackup;
import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.ui.Dialogs;
import app.attune.ui.Numbers;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/// Offers the newest whole backup where a workspace is refused because its store is damaged or gone.
final class Rescue {
    private static final Set<String> DAMAGE =
            Set.of("workspace.damaged", "workspace.store-missing", "store.damaged", "store.content-differs");

    private final Session session;
    private final Workspaces workspaces;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Consumer<Problem> problems;
    private final Texts texts = Texts.of("workbench");
    private final TaskSlot looking = new TaskSlot();

    /// @param problems shows what went wrong
    Rescue(Session session, Parts parts, Consumer<Problem> problems) {
        this.session = session;
        this.workspaces = parts.workspaces();
        this.tasks = parts.tasks();
        this.dialogs = parts.dialogs();
        this.problems = problems;
    }

    /// Shows the problem unless it is damage that the analyst lets a backup mend.
    void offer(Path folder, Problem problem) {
        if (!DAMAGE.contains(problem.code())) {
            problems.accept(problem);
            return;
        }
        tasks.run(
                looking,
                texts.get("task.backups"),
                progress -> workspaces.newestBackup(folder, progress),
                newest ->
                        newest.ifPresentOrElse(backup -> ask(folder, problem, backup), () -> problems.accept(problem)),
                failed -> problems.accept(problem));
    }

    private void ask(Path folder, Problem problem, KnownBackup known) {
        String when = Numbers.dateTime(known.backup().madeAt());
        String held = known.contents()
                .map(contents -> texts.get(
                        "rescue.holds",
                        Numbers.count(contents.events()),
                        Numbers.count(contents.segments()),
                        Numbers.count(contents.rules())))
                .orElse("");
        Dialogs.Question question = new Dialogs.Question(
                texts.get("rescue.title"),
                texts.get(
                        "rescue.question",
                        problem.message(),
                        when,
                        known.backup().name(),
                        held),
                texts.get("rescue.verb", when),
                texts.get("rescue.refusal"));
        if (dialogs.confirm(question)) {
            session.rescue(folder, known.backup().file());
        } else {
            problems.accept(problem);
        }
    }
}
