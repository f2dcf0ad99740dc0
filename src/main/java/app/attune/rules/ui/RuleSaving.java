package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleCheck;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Saves rules as versions and says how far that is.
final class RuleSaving {
    private final RulesContext context;
    private final Texts texts = Texts.of("rules");
    private final TaskSlot slot = new TaskSlot();
    private final Object saving = new Object();
    private final ObservableList<RuleSet> versions = FXCollections.observableArrayList();
    private final StringProperty state = new SimpleStringProperty("");
    private final List<Runnable> afterwards = new ArrayList<>();
    private Optional<RuleProgram> underWay = Optional.empty();
    private RuleProgram saved = RuleProgram.of(List.of());
    private Optional<RuleSet> newest = Optional.empty();

    RuleSaving(RulesContext context) {
        this.context = context;
    }

    /// Every version, newest first.
    ObservableList<RuleSet> versions() {
        return versions;
    }

    StringProperty stateProperty() {
        return state;
    }

    boolean isSaved(RuleProgram now) {
        return now.equals(saved);
    }

    /// What the store has.
    ///
    /// @param head the newest version of the branch that is worked on
    /// @return its program
    RuleProgram read(List<RuleSet> all, Optional<RuleSet> head) {
        versions.setAll(all);
        newest = head;
        return head.map(RuleSet::program).orElse(RuleProgram.of(List.of()));
    }

    void startFrom(RuleProgram newest) {
        saved = newest;
    }

    /// Saves what is not yet saved as the next version; the newest of several takes the place of those before it.
    ///
    /// @param note why, possibly empty
    void save(RuleProgram now, String note, Runnable done, Consumer<Problem> failing) {
        if (underWay.map(now::equals).orElse(isSaved(now))) {
            return;
        }
        underWay = Optional.of(now);
        context.tasks()
                .run(
                        slot,
                        texts.get("rules.task.save"),
                        progress -> save(now, note, progress),
                        set -> {
                            savedAs(set);
                            done.run();
                            quiet();
                        },
                        failed -> {
                            state.set(texts.get("rules.not-saved"));
                            failing.accept(failed);
                            quiet();
                        });
    }

    /// Does `then` once nothing is being saved any more, whether or not that worked.
    void whenQuiet(Runnable then) {
        if (underWay.isPresent()) {
            afterwards.add(then);
        } else {
            then.run();
        }
    }

    private void quiet() {
        underWay = Optional.empty();
        List<Runnable> ready = List.copyOf(afterwards);
        afterwards.clear();
        ready.forEach(Runnable::run);
    }

    private RuleSet save(RuleProgram now, String note, Progress progress) {
        synchronized (saving) {
            progress.checkpoint();
            return context.rules().save(now, context.author(), note);
        }
    }

    private void savedAs(RuleSet set) {
        saved = set.program();
        newest = Optional.of(set);
        if (versions.isEmpty() || versions.getFirst().version() != set.version()) {
            versions.addFirst(set);
        }
    }

    void sayState(RuleProgram now) {
        if (!isSaved(now)) {
            state.set(texts.get("rules.saving"));
            return;
        }
        int undocumented = RuleCheck.undocumented(now.rules()).size();
        state.set(newest.map(set -> texts.get("rules.saved", set.version())
                        + (set.origin().branch().equals(RuleBranches.MAIN)
                                ? ""
                                : texts.get("rules.on-branch", set.origin().branch()))
                        + (undocumented == 0 ? "" : texts.get("rules.undocumented", undocumented)))
                .orElse(""));
    }
}
