package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.ImportReport;
import app.attune.events.forget.Forgetting;
import app.attune.ui.Dialogs;
import app.attune.ui.MessageBar;
import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;

/// Forgets an import: counts what goes, asks, does it, and says so.
final class ImportForgetting {
    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final MessageBar messages;
    private final Runnable reload;
    private final Lookup<Forgetting> preview;
    private final Lookup<ImportReport> work;
    private final BooleanBinding busy;

    /// @param messages gets the news and what went wrong
    /// @param reload   looks at the events again
    ImportForgetting(DataContext context, MessageBar messages, Runnable reload) {
        this.context = context;
        this.messages = messages;
        this.reload = reload;
        this.preview = new Lookup<>(context.tasks(), texts.get("loads.counting"));
        this.work = new Lookup<>(context.tasks(), texts.get("loads.forgetting"));
        this.busy = preview.busyProperty().or(work.busyProperty());
        preview.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::confirm));
        work.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::done));
        List.of(preview.problems(), work.problems())
                .forEach(problems -> problems.addListener(
                        (ListChangeListener<Problem>) change -> messages.show(List.copyOf(problems))));
    }

    boolean isBusy() {
        return busy.get();
    }

    ObservableBooleanValue busyProperty() {
        return busy;
    }

    void ask(ImportReport chosen) {
        messages.clear();
        preview.run(progress -> context.log().forget().preview(chosen.importId(), progress));
    }

    private void confirm(Forgetting found) {
        long id = found.report().importId();
        String name = found.report().fileName();
        Dialogs.Question question = new Dialogs.Question(
                texts.get("loads.forget.title", Long.toString(id), name),
                String.join("\n", found.sentences()),
                texts.get("loads.forget.verb", Long.toString(id)));
        if (context.dialogs().confirm(question)) {
            work.run(progress -> context.log().forget().forget(id, progress));
        }
    }

    private void done(ImportReport gone) {
        context.kit().dataChanged().run();
        reload.run();
        messages.say(texts.get("loads.forgotten", Long.toString(gone.importId()), gone.fileName()));
    }
}
