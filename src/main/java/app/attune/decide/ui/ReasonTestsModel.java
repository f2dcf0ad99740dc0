package app.attune.decide.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.decide.DeletionTest;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The tests of the reasons of every user shown, while they are wanted.
final class ReasonTestsModel {
    private final Tasks tasks;
    private final Texts texts = Texts.of("decide");
    private final TaskSlot slot = new TaskSlot();
    private final BooleanProperty testing = new SimpleBooleanProperty();
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObservableList<DeletionTest> deletions = FXCollections.observableArrayList();
    private Optional<PreviewService> service = Optional.empty();
    private Optional<Preview> shown = Optional.empty();

    ReasonTestsModel(Tasks tasks) {
        this.tasks = tasks;
        testing.addListener((observed, before, now) -> test());
    }

    /// Whether the reasons of every user shown are tested.
    BooleanProperty testingProperty() {
        return testing;
    }

    /// What came of it so far, of the user shown.
    ObservableList<DeletionTest> deletionTests() {
        return deletions;
    }

    /// Why they cannot be tested, in words; empty without.
    StringProperty problemProperty() {
        return problem;
    }

    void show(PreviewService previews, Preview preview) {
        service = Optional.of(previews);
        shown = Optional.of(preview);
        test();
    }

    /// Forgets the tests of the user before, and runs those of the user shown where they are wanted.
    private void test() {
        slot.cancel();
        deletions.clear();
        problem.set("");
        if (testing.get()) {
            service.ifPresent(previews -> shown.ifPresent(preview -> tasks.run(
                    slot,
                    texts.get("preview.task.test"),
                    progress -> previews.deletionTests(preview, progress),
                    deletions::setAll,
                    this::tell)));
        }
    }

    private void tell(Problem told) {
        problem.set(told.message() + " " + told.remedy());
    }
}
