package app.attune.recommend.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.recommend.ImportedFactors;
import app.attune.recommend.Measured;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.Protocol;
import app.attune.recommend.SplitFileReader;
import app.attune.recommend.SplitOutline;
import app.attune.recommend.SplitWay;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How a saved model's settings do when measured in another way: what is chosen, how it would split, what came out.
final class MeasuringViewModel {
    /// What can be chosen.
    enum Way {
        ROLLING,
        MONTHLY,
        LEAVE_LAST_OUT,
        OWN_FILE;

        boolean hasPeriods() {
            return this == ROLLING || this == MONTHLY;
        }
    }

    /// What was measured of which model.
    record Result(ModelId model, Measured measured) {}

    private static final int MOST_CORE = 1000;

    private final ModelsContext context;
    private final Texts texts;
    private final TaskSlot outlining = new TaskSlot();
    private final TaskSlot measuring = new TaskSlot();
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.ROLLING);
    private final StringProperty periods = new SimpleStringProperty("4");
    private final StringProperty core = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ModelCard>> card = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<SplitOutline>> outline = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Result>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean open;

    MeasuringViewModel(ModelsContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        way.addListener(observed -> changed());
        periods.addListener(observed -> changed());
        core.addListener(observed -> changed());
        file.addListener(observed -> changed());
        card.addListener(observed -> changed());
        check();
    }

    ObjectProperty<Way> wayProperty() {
        return way;
    }

    StringProperty periodsProperty() {
        return periods;
    }

    /// Empty keeps all users and items.
    StringProperty coreProperty() {
        return core;
    }

    ObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    /// Whose settings are measured.
    ObjectProperty<Optional<ModelCard>> cardProperty() {
        return card;
    }

    /// What keeps it from being measured, in words; empty if nothing does.
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /// What went wrong, with its remedy; empty for nothing.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// How the choice would split the data; empty while it is not known.
    ReadOnlyObjectProperty<Optional<SplitOutline>> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Result>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Splits are worked out only while somebody looks.
    void setOpen(boolean isOpen) {
        open = isOpen;
        changed();
    }

    private void changed() {
        check();
        if (open && obstacle.get().isEmpty()) {
            refresh(card.get().orElseThrow());
        } else {
            outlining.cancel();
            outline.set(Optional.empty());
        }
    }

    private void refresh(ModelCard of) {
        Draft draft = draft();
        context.tasks()
                .run(
                        outlining,
                        texts.get("measuring.outlining"),
                        progress -> context.service()
                                .measuring()
                                .outline(
                                        context.people().load(progress),
                                        of.interactions(),
                                        draft.protocol(progress),
                                        progress),
                        found -> {
                            outline.set(Optional.of(found));
                            problem.set("");
                        },
                        found -> {
                            outline.set(Optional.empty());
                            problem.set(found.message() + " " + found.remedy());
                        });
    }

    /// Does nothing while something keeps it from it.
    void measure() {
        check();
        if (!obstacle.get().isEmpty() || busy.get()) {
            return;
        }
        ModelId id = card.get().orElseThrow().id();
        Draft draft = draft();
        busy.set(true);
        problem.set("");
        context.tasks()
                .run(
                        measuring,
                        texts.get("measuring.working"),
                        progress -> new Result(
                                id,
                                context.service()
                                        .measuring()
                                        .again(
                                                List.of(id),
                                                context.people().load(progress),
                                                draft.protocol(progress),
                                                List.of(),
                                                progress)),
                        this::done,
                        this::failed);
    }

    private void done(Result found) {
        busy.set(false);
        result.set(Optional.of(found));
    }

    private void failed(Problem found) {
        busy.set(false);
        result.set(Optional.empty());
        problem.set(found.message() + " " + found.remedy());
    }

    /// What is entered, to be made off the FX thread.
    private record Draft(Way way, int periods, int core, Optional<Path> file) {
        Protocol protocol(Progress progress) {
            return new Protocol(
                    switch (way) {
                        case ROLLING -> new SplitWay.RollingOrigin(periods);
                        case MONTHLY -> new SplitWay.ByMonth(periods);
                        case LEAVE_LAST_OUT -> new SplitWay.LeaveLastOut();
                        case OWN_FILE -> new SplitWay.OwnFile(SplitFileReader.read(file.orElseThrow(), progress));
                    },
                    core);
        }
    }

    private Draft draft() {
        return new Draft(
                way.get(),
                whole(periods.get(), 1, SplitWay.MOST_PERIODS).orElse(1),
                whole(core.get(), 0, MOST_CORE).orElse(0),
                file.get());
    }

    private void check() {
        obstacle.set(firstObstacle());
    }

    private String firstObstacle() {
        if (card.get().isEmpty()) {
            return texts.get("action.reason.none");
        }
        if (card.get().orElseThrow().kind().equals(ImportedFactors.KIND)) {
            return texts.get("action.reason.elsewhere");
        }
        if (way.get().hasPeriods()
                && whole(periods.get(), 1, SplitWay.MOST_PERIODS).isEmpty()) {
            return texts.get("measuring.problem.periods", SplitWay.MOST_PERIODS);
        }
        if (!core.get().isBlank() && whole(core.get(), 2, MOST_CORE).isEmpty()) {
            return texts.get("measuring.problem.core", MOST_CORE);
        }
        return way.get() == Way.OWN_FILE && file.get().isEmpty() ? texts.get("measuring.problem.file") : "";
    }

    private static OptionalInt whole(String typed, int least, int most) {
        try {
            int value = Integer.parseInt(typed.strip());
            return value < least || value > most ? OptionalInt.empty() : OptionalInt.of(value);
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }
}
