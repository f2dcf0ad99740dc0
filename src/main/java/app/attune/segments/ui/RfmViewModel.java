package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.rfm.RfmCondition;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmGrid.Cell;
import app.attune.segments.rfm.RfmService;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Buyers in a grid, the cells that are chosen, and segments made of them.
final class RfmViewModel {
    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final RfmService service;
    private final Tasks tasks;
    private final TaskSlot looking = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<RfmGrid>> grid = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Cell> chosen = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    RfmViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.service = new RfmService(context.segments());
        this.tasks = tasks;
    }

    /// Cuts anew; nothing is chosen any more.
    void show(RfmService.Wish wish) {
        busy.set(true);
        tasks.run(
                looking,
                texts.get("task.rfm"),
                progress -> service.grid(wish, context.segments().asOf(progress), progress),
                found -> {
                    busy.set(false);
                    problems.clear();
                    chosen.clear();
                    grid.set(Optional.of(found));
                },
                this::failed);
    }

    void failed(Problem problem) {
        busy.set(false);
        problems.setAll(List.of(problem));
    }

    void choose(Cell cell) {
        chosen.add(cell);
    }

    void leaveOut(Cell cell) {
        chosen.remove(cell);
    }

    /// Saves a segment of the chosen cells and hands over its id.
    void make(String name, Consumer<SegmentId> then) {
        grid.get().ifPresent(shown -> {
            List<Cell> cells = List.copyOf(chosen);
            tasks.run(
                    new TaskSlot(),
                    texts.get("task.save", name),
                    progress -> context.segments()
                            .save(
                                    new SegmentDraft(
                                            context.segments().suggestId(name), name, RfmCondition.of(shown, cells)),
                                    context.author(),
                                    texts.get("note.rfm")),
                    saved -> then.accept(saved.id()),
                    this::failed);
        });
    }

    ReadOnlyObjectProperty<Optional<RfmGrid>> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    ObservableList<Cell> chosen() {
        return chosen;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
