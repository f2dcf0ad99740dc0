package app.attune.rules.ui;

import app.attune.core.TaskSlot;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTestResult;
import app.attune.rules.RuleTests;
import app.attune.ui.Texts;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs the tests of rules. FX thread only; work goes through the tasks.
final class TestsViewModel {
    private final RulesContext context;
    private final Texts texts = Texts.of("rules");
    private final TaskSlot slot = new TaskSlot();
    private final ObservableList<RuleTestResult> results = FXCollections.observableArrayList();

    TestsViewModel(RulesContext context) {
        this.context = context;
    }

    /// Of the last run.
    ObservableList<RuleTestResult> results() {
        return results;
    }

    long failed() {
        return results.stream().filter(RuleTestResult::isFailed).count();
    }

    /// A run that is under way is cancelled; one that breaks leaves no results.
    void run(RuleProgram program, RuleBasis basis) {
        VersionDesk desk = context.versions();
        context.tasks()
                .run(
                        slot,
                        texts.get("rules.task.test"),
                        progress -> RuleTests.run(
                                program,
                                basis,
                                desk.tests().tests(),
                                desk.decisions().get(),
                                progress),
                        results::setAll,
                        problem -> results.clear());
    }
}
