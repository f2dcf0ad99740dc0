package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleProgram;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// Counts the users of rules in the background. FX thread only.
final class RuleCounting {
    private final Tasks tasks;
    private final Texts texts = Texts.of("rules");
    private final TaskSlot slot = new TaskSlot();
    private final IntegerProperty heldOut = new SimpleIntegerProperty();
    private Counted counted = Counted.nothing();

    RuleCounting(Tasks tasks) {
        this.tasks = tasks;
    }

    /// What was counted last.
    Counted counted() {
        return counted;
    }

    /// How many users are held out, as counted last.
    IntegerProperty heldOutProperty() {
        return heldOut;
    }

    /// Whatever was being counted is not wanted any more.
    void count(RuleProgram program, RuleBasis basis, Runnable done, Consumer<Problem> failed) {
        tasks.run(
                slot,
                texts.get("rules.task.count"),
                progress -> Counted.of(program, basis, progress),
                result -> {
                    counted = result;
                    heldOut.set(result.heldOut());
                    done.run();
                },
                failed);
    }
}
