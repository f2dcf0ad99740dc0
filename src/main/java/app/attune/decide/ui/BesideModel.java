package app.attune.decide.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.decide.Beside;
import app.attune.decide.Other;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the decision of the user shown is set beside, for every user shown.
final class BesideModel {
    private final Tasks tasks;
    private final Texts texts = Texts.of("decide");
    private final TaskSlot slot = new TaskSlot();
    private final ObservableList<Other> others = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Other>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Beside>> beside = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty problem = new SimpleStringProperty("");
    private Optional<PreviewService> service = Optional.empty();
    private Optional<Preview> shown = Optional.empty();

    BesideModel(Tasks tasks) {
        this.tasks = tasks;
        chosen.addListener((observed, before, now) -> compare());
    }

    /// What there is to choose.
    ObservableList<Other> others() {
        return others;
    }

    ObjectProperty<Optional<Other>> chosenProperty() {
        return chosen;
    }

    /// What came of the comparison; empty while there is none.
    ObjectProperty<Optional<Beside>> besideProperty() {
        return beside;
    }

    /// Why it cannot be set beside, in words; empty without.
    StringProperty problemProperty() {
        return problem;
    }

    /// Other data, models and rules; what is gone is no longer chosen.
    ///
    /// @param all of what the service can set beside
    void opened(PreviewService opened, List<Other> all) {
        service = Optional.of(opened);
        others.setAll(all);
        if (chosen.get().filter(other -> !all.contains(other)).isPresent()) {
            chosen.set(Optional.empty());
        }
    }

    /// Another user.
    void show(Preview preview) {
        shown = Optional.of(preview);
        compare();
    }

    private void compare() {
        slot.cancel();
        beside.set(Optional.empty());
        problem.set("");
        service.ifPresent(previews -> shown.ifPresent(preview -> chosen.get()
                .ifPresent(other -> tasks.run(
                        slot,
                        texts.get("preview.task.beside", other.title()),
                        progress -> previews.beside(preview, other, progress),
                        found -> beside.set(Optional.of(found)),
                        this::tell))));
    }

    private void tell(Problem told) {
        problem.set(told.message() + " " + told.remedy());
    }
}
