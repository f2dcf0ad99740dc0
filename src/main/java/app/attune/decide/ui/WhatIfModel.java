package app.attune.decide.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.TaskSlot;
import app.attune.decide.Beside;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.decide.WhatIf;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What would be otherwise of every user shown, until it is reset.
final class WhatIfModel {
    private final Tasks tasks;
    private final Texts texts = Texts.of("decide");
    private final TaskSlot slot = new TaskSlot();
    private final StringProperty attributes = new SimpleStringProperty("");
    private final StringProperty events = new SimpleStringProperty("");
    private final StringProperty time = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Beside>> beside = new SimpleObjectProperty<>(Optional.empty());
    private Optional<PreviewService> service = Optional.empty();
    private Optional<Preview> shown = Optional.empty();

    WhatIfModel(Tasks tasks) {
        this.tasks = tasks;
    }

    /// As typed: `name=value` with commas.
    StringProperty attributesProperty() {
        return attributes;
    }

    /// As typed: `type:item` with commas.
    StringProperty eventsProperty() {
        return events;
    }

    /// As typed.
    StringProperty timeProperty() {
        return time;
    }

    /// What cannot be read or is not in the data, in words; empty without.
    StringProperty problemProperty() {
        return problem;
    }

    /// Before and after; empty while nothing would be otherwise.
    ObjectProperty<Optional<Beside>> besideProperty() {
        return beside;
    }

    void show(PreviewService previews, Preview preview) {
        service = Optional.of(previews);
        shown = Optional.of(preview);
        ask();
    }

    /// As things are.
    void reset() {
        attributes.set("");
        events.set("");
        time.set("");
        ask();
    }

    /// Decides again with what is typed.
    void ask() {
        slot.cancel();
        beside.set(Optional.empty());
        problem.set("");
        service.ifPresent(previews -> shown.ifPresent(preview -> ask(previews, preview)));
    }

    private void ask(PreviewService previews, Preview preview) {
        try {
            WhatIf change = previews.read(
                    TypedParts.attributes(attributes.get()),
                    TypedParts.events(events.get(), previews.eventTypes()),
                    time.get());
            if (!change.isNothing()) {
                ask(previews, preview, change);
            }
        } catch (ProblemException e) {
            tell(e.problem());
        }
    }

    private void ask(PreviewService previews, Preview preview, WhatIf change) {
        tasks.run(
                slot,
                texts.get("preview.task.what-if"),
                progress -> previews.whatIf(preview, change, progress),
                found -> beside.set(Optional.of(found)),
                this::tell);
    }

    private void tell(Problem told) {
        problem.set(told.message() + " " + told.remedy());
    }
}
