package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.decider.Verification;
import app.attune.export.ExportDraft;
import app.attune.export.ExportLog;
import app.attune.export.LastExport;
import app.attune.prove.BundleCheck;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What went out before: what changes against the last of it, and whether each is still what it was.
final class EarlierViewModel {
    private final ExportContext context;
    private final Texts texts;
    private final Consumer<Problem> failed;
    private final Consumer<String> news;
    private final TaskSlot comparing = new TaskSlot();
    private final TaskSlot verifying = new TaskSlot();
    private final TaskSlot opening = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<LastExport.Change>> change =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param failed is told what went wrong
    /// @param news   is told what went well
    EarlierViewModel(ExportContext context, Texts texts, Consumer<Problem> failed, Consumer<String> news) {
        this.context = context;
        this.texts = texts;
        this.failed = failed;
        this.news = news;
    }

    /// Against the last export; empty until it was asked for.
    ReadOnlyObjectProperty<Optional<LastExport.Change>> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /// What was compared is no longer what there is.
    void forget() {
        change.set(Optional.empty());
    }

    void compare(ExportDraft draft) {
        context.tasks()
                .run(
                        comparing,
                        texts.get("comparing"),
                        progress -> context.service().sinceLast(draft, progress),
                        change::set,
                        failed);
    }

    /// The sentences of a change, by part.
    List<String> lines(LastExport.Change since) {
        return List.of(texts.get("since.of", when(since.since())), users(since));
    }

    private String users(LastExport.Change since) {
        if (!since.missing().isEmpty()) {
            return texts.get("since.not-decided", String.join(", ", since.missing()));
        }
        return texts.get("since.users", Numbers.count(since.changed()), Numbers.count(since.users()));
    }

    static String when(ExportLog.Entry entry) {
        return entry.at().toString().substring(0, 16).replace('T', ' ');
    }

    void verify(ExportLog.Entry entry) {
        context.tasks()
                .run(
                        verifying,
                        texts.get("verifying"),
                        progress -> BundleCheck.verify(Path.of(entry.folder()), progress),
                        found -> verified(entry, found),
                        failed);
    }

    private void verified(ExportLog.Entry entry, Verification found) {
        if (!found.isSound()) {
            failed.accept(new Problem(
                    "export.not-sound",
                    texts.get(
                            "verified.not",
                            entry.folder(),
                            found.findings().size() + found.differences().size(),
                            found.findings().isEmpty()
                                    ? texts.get("verified.decisions")
                                    : found.findings().getFirst().message()),
                    texts.get("verified.remedy")));
        } else if (!found.bundleHash().equals(entry.hash())) {
            failed.accept(new Problem(
                    "export.other-bundle", texts.get("verified.other", entry.folder()), texts.get("verified.remedy")));
        } else {
            news.accept(texts.get("verified", entry.folder(), Numbers.count(found.vectors())));
        }
    }

    void open(ExportLog.Entry entry) {
        context.tasks()
                .run(
                        opening,
                        texts.get("opening"),
                        progress -> {
                            context.opener().open(Path.of(entry.folder()));
                            return entry;
                        },
                        opened -> news.accept(texts.get("opened", opened.folder())),
                        failed);
    }
}
