package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.versions.SegmentFolder;
import app.attune.ui.Dialogs;
import app.attune.ui.Kit;
import app.attune.ui.MessageBar;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes all segments into a folder that Git can keep, and takes them from there.
final class FolderActions {
    private static final int NAMED = 5;

    private final Texts texts = Texts.of("segments");
    private final TaskSlot working = new TaskSlot();
    private final SegmentsContext context;
    private final SegmentFolder folder;
    private final Kit kit;
    private final MessageBar messages;

    FolderActions(SegmentsContext context, Kit kit, MessageBar messages) {
        this.context = context;
        this.folder = new SegmentFolder(context.segments());
        this.kit = kit;
        this.messages = messages;
    }

    /// What was written, or else which files hold edits that would be lost.
    private record Exported(List<String> edited, String sentence) {}

    /// Asks for a folder and writes into it; files with edits that are not saved here are replaced if that is wanted.
    void write() {
        kit.dialogs().openFolder(texts.get("files.write")).ifPresent(this::write);
    }

    private void write(Path path) {
        kit.tasks()
                .run(
                        working,
                        texts.get("task.files.write"),
                        progress -> {
                            List<String> edited = folder.edited(path, progress);
                            return edited.isEmpty()
                                    ? new Exported(
                                            edited, folder.write(path, progress).sentence())
                                    : new Exported(edited, "");
                        },
                        done -> exported(done, path),
                        problem -> messages.show(List.of(problem)));
    }

    private void exported(Exported done, Path path) {
        if (done.edited().isEmpty()) {
            say(done.sentence(), path);
        } else if (kit.dialogs().confirm(question(done.edited(), path))) {
            replace(path);
        } else {
            messages.say(texts.get("files.kept", path.toString()));
        }
    }

    private Dialogs.Question question(List<String> edited, Path path) {
        String names = String.join("\n", edited.stream().limit(NAMED).toList());
        int more = Math.max(0, edited.size() - NAMED);
        return new Dialogs.Question(
                        texts.get("files.write"),
                        texts.get("files.replace", path.toString(), edited.size(), names, more),
                        texts.get("files.replace.verb", edited.size()))
                .refusedByEnter();
    }

    private void replace(Path path) {
        kit.tasks()
                .run(
                        working,
                        texts.get("task.files.write"),
                        progress -> folder.replace(path, progress),
                        done -> say(done.sentence(), path),
                        problem -> messages.show(List.of(problem)));
    }

    private void say(String sentence, Path path) {
        messages.say(sentence + " " + texts.get("files.done", path.toString()));
    }

    /// What a folder would change, or what was taken of it.
    private record Took(List<Problem> problems, String sentence) {}

    /// Asks for a folder and makes new versions of what differs.
    ///
    /// @param then once any were made
    void take(Runnable then) {
        Optional<Path> chosen = kit.dialogs().openFolder(texts.get("files.take"));
        chosen.ifPresent(path -> kit.tasks()
                .run(
                        working,
                        texts.get("task.files.take"),
                        progress -> {
                            SegmentFolder.Plan plan = folder.plan(path, progress);
                            return plan.problems().isEmpty()
                                    ? new Took(
                                            List.of(),
                                            folder.take(plan, context.author()).sentence())
                                    : new Took(plan.problems(), "");
                        },
                        took -> took(took, path, then),
                        problem -> messages.show(List.of(problem))));
    }

    private void took(Took took, Path path, Runnable then) {
        if (took.problems().isEmpty()) {
            then.run();
            say(took.sentence(), path);
            return;
        }
        List<Problem> shown = new ArrayList<>(took.problems());
        shown.addFirst(new Problem(
                "segments.files-refused",
                texts.get("files.refused", took.problems().size()),
                texts.get("files.refused.remedy")));
        messages.show(shown);
    }
}
