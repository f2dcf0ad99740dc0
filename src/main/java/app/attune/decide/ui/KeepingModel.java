package app.attune.decide.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.decide.Preview;
import app.attune.decide.TestOfPreview;
import app.attune.rules.DecisionTest;
import app.attune.rules.KeptTests;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/// Keeps what is shown of a user as a test of the rules.
final class KeepingModel {
    private final KeptTests tests;
    private final Tasks tasks;
    private final ObservableList<Problem> problems;
    private final Texts texts = Texts.of("decide");
    private final TaskSlot keepSlot = new TaskSlot();

    KeepingModel(KeptTests tests, Tasks tasks, ObservableList<Problem> problems) {
        this.tests = tests;
        this.tasks = tasks;
        this.problems = problems;
    }

    /// @param said      hears of what was kept
    /// @param replacing hears of it where it replaced another test, and what puts that one back
    void keep(Preview shown, Consumer<String> said, BiConsumer<String, Runnable> replacing) {
        tasks.run(
                keepSlot,
                texts.get("preview.task.keep"),
                progress -> tests.keep(TestOfPreview.of(shown)),
                kept -> kept.replaced()
                        .ifPresentOrElse(
                                older -> replacing.accept(
                                        texts.get(
                                                "preview.kept.replaced",
                                                kept.test().expected(),
                                                older.name(),
                                                older.expected()),
                                        () -> putBack(kept, said)),
                                () -> said.accept(texts.get(
                                        "preview.kept",
                                        kept.test().name(),
                                        kept.test().expected()))),
                problems::setAll);
    }

    private void putBack(KeptTests.Kept kept, Consumer<String> said) {
        tasks.run(
                keepSlot,
                texts.get("preview.task.put-back"),
                progress -> tests.undo(kept).map(DecisionTest::name).orElse(""),
                name -> said.accept(texts.get("preview.put-back", name)),
                problems::setAll);
    }
}
