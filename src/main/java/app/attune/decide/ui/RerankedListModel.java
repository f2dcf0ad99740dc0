package app.attune.decide.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.decide.RerankedList;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The list of the user shown by the model and steps that are chosen on the models screen.
final class RerankedListModel {
    private final Tasks tasks;
    private final Texts texts = Texts.of("decide");
    private final TaskSlot slot = new TaskSlot();
    private final ObjectProperty<Optional<RerankedList>> list = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty problem = new SimpleStringProperty("");

    RerankedListModel(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Empty while nothing is chosen.
    ObjectProperty<Optional<RerankedList>> listProperty() {
        return list;
    }

    /// Why there is no list, in words; empty without.
    StringProperty problemProperty() {
        return problem;
    }

    /// Another user.
    void show(PreviewService previews, Preview shown) {
        slot.cancel();
        list.set(Optional.empty());
        problem.set("");
        tasks.run(
                slot,
                texts.get("preview.task.rerank"),
                progress -> previews.reranked(shown, progress),
                list::set,
                this::tell);
    }

    private void tell(Problem told) {
        list.set(Optional.empty());
        problem.set(told.message() + " " + told.remedy());
    }
}
