package app.attune.rules.ui;

import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.rules.DecisionTest;
import app.attune.rules.KeptTests;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTestResult;
import app.attune.rules.RuleTests;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs the tests of rules, and removes single ones. FX thread only; work goes through the tasks.
final class TestsViewModel {
    private final RulesContext context;
    private final KeptTests keeper;
    private final Texts texts = Texts.of("rules");
    private final TaskSlot slot = new TaskSlot();
    private final TaskSlot removal = new TaskSlot();
    private final ObservableList<RuleTestResult> results = FXCollections.observableArrayList();
    private final ObservableList<DecisionTest> kept = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Removed>> removed = new SimpleObjectProperty<>(Optional.empty());
    private Runnable again = () -> {};

    /// The last test that was removed, and which it was among all.
    record Removed(DecisionTest test, int place) {}

    private record Run(List<DecisionTest> kept, List<RuleTestResult> results) {}

    TestsViewModel(RulesContext context) {
        this.context = context;
        this.keeper = new KeptTests(context.versions().tests());
    }

    /// Of the last run.
    ObservableList<RuleTestResult> results() {
        return results;
    }

    /// The tests of decisions, as of the last run.
    ObservableList<DecisionTest> kept() {
        return kept;
    }

    ObjectProperty<Optional<Removed>> removedProperty() {
        return removed;
    }

    long failed() {
        return results.stream().filter(RuleTestResult::isFailed).count();
    }

    /// A run that is under way is cancelled; one that breaks leaves no results.
    void run(RuleProgram program, RuleBasis basis) {
        again = () -> run(program, basis);
        context.tasks()
                .run(
                        slot,
                        texts.get("rules.task.test"),
                        progress -> run(program, basis, progress),
                        this::show,
                        problem -> results.clear());
    }

    private Run run(RuleProgram program, RuleBasis basis, Progress progress) {
        List<DecisionTest> tests = keeper.all();
        return new Run(
                tests,
                RuleTests.run(
                        program, basis, tests, context.versions().decisions().get(), progress));
    }

    private void show(Run run) {
        kept.setAll(run.kept());
        results.setAll(run.results());
    }

    /// The others run again.
    void remove(DecisionTest test) {
        int place = kept.indexOf(test);
        change("rules.task.remove-test", () -> keeper.remove(test.name()), Optional.of(new Removed(test, place)));
    }

    /// Undoes the last removal.
    void putBack() {
        removed.get()
                .ifPresent(gone -> change(
                        "rules.task.put-back-test",
                        () -> {
                            keeper.putBack(gone.test(), gone.place());
                            return Optional.of(gone.test());
                        },
                        Optional.empty()));
    }

    private void change(String task, Supplier<Optional<DecisionTest>> work, Optional<Removed> after) {
        context.tasks()
                .run(
                        removal,
                        texts.get(task),
                        progress -> work.get(),
                        done -> {
                            removed.set(done.flatMap(changed -> after));
                            again.run();
                        },
                        problem -> again.run());
    }
}
