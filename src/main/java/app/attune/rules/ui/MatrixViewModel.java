package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleProgram;
import app.attune.rules.matrix.DecisionMatrix;
import app.attune.rules.matrix.MatrixBasis;
import app.attune.rules.matrix.MatrixMaker;
import app.attune.rules.matrix.PairVerdict;
import app.attune.rules.matrix.Resolution;
import app.attune.ui.BusyProgress;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/// The decision matrix of the rules being edited. FX thread only; it is made in the background, and stale as soon as a
/// rule changes.
final class MatrixViewModel {
    private static final int SAMPLE = 20;

    /// A matrix and what it was made of.
    private record Made(DecisionMatrix matrix, Optional<MatrixBasis> basis) {}

    /// Two rules, the row's first.
    record Cell(RuleId row, RuleId column) {}

    private final RulesContext context;
    private final RulesViewModel rules;
    private final Tasks tasks;
    private final Texts texts = Texts.of("rules");
    private final TaskSlot slot = new TaskSlot();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<BusyProgress>> work = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DecisionMatrix> matrix = new ReadOnlyObjectWrapper<>(DecisionMatrix.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Cell>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty open = new SimpleBooleanProperty();
    private boolean outdated = true;
    private Made made = new Made(DecisionMatrix.empty(), Optional.empty());

    MatrixViewModel(RulesContext context, RulesViewModel rules) {
        this.context = context;
        this.rules = rules;
        this.tasks = context.tasks();
        rules.history().valueProperty().addListener(observed -> sayStale());
        rules.basisProperty().addListener(observed -> {
            outdated = true;
            makeIfStale();
        });
        open.addListener(observed -> makeIfStale());
    }

    /// Whether the matrix is looked at.
    BooleanProperty openProperty() {
        return open;
    }

    ReadOnlyObjectProperty<DecisionMatrix> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /// Whether the rules are others than those of the matrix.
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// The cell looked at.
    ObjectProperty<Optional<Cell>> chosenProperty() {
        return chosen;
    }

    /// What runs.
    ReadOnlyObjectProperty<Optional<BusyProgress>> workProperty() {
        return work.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    Optional<PairVerdict> pair() {
        return chosen.get().flatMap(cell -> matrix.get().pair(cell.row(), cell.column()));
    }

    private void sayStale() {
        stale.set(!matrix.get().isOf(rules.program()));
    }

    private void makeIfStale() {
        sayStale();
        if (open.get() && (outdated || stale.get())) {
            make();
        }
    }

    /// Compares the rules as they stand.
    void make() {
        outdated = false;
        RuleProgram now = rules.program();
        BusyProgress busy = new BusyProgress();
        work.set(Optional.of(busy));
        tasks.run(
                slot, texts.get("rules.task.matrix"), progress -> make(now, busy.on(progress)), this::show, failed -> {
                    work.set(Optional.empty());
                    problems.setAll(failed);
                });
    }

    private Made make(RuleProgram now, Progress progress) {
        MatrixBasis basis = context.matrix().load(progress);
        return new Made(MatrixMaker.of(now, basis, progress), Optional.of(basis));
    }

    private void show(Made result) {
        work.set(Optional.empty());
        problems.clear();
        made = result;
        matrix.set(result.matrix());
        sayStale();
        chosen.set(chosen.get()
                .filter(cell -> result.matrix().pair(cell.row(), cell.column()).isPresent()));
    }

    /// Some of the users whom both rules match, smallest position first.
    List<String> sample(PairVerdict pair) {
        return ids(made.matrix().usersOfBoth(pair));
    }

    private List<String> ids(RoaringBitmap users) {
        List<String> ids = new ArrayList<>();
        for (IntIterator each = users.getIntIterator(); each.hasNext() && ids.size() < SAMPLE; ) {
            int userIdx = each.next();
            made.basis().ifPresent(basis -> ids.add(basis.id(userIdx)));
        }
        return ids;
    }

    /// Changes the rules as one step to undo, and compares again.
    void settle(Resolution resolution) {
        switch (resolution) {
            case Resolution.MoveAbove move ->
                rules.move(move.rule(), RuleOrder.indexOf(rules.rules(), move.other()) + 1);
            case Resolution.Pause pause -> {
                rules.selectedProperty().set(pause.rule().value());
                rules.setStatus(Rule.Status.PAUSED);
            }
        }
        makeIfStale();
    }

    /// Whether the rules it speaks of are still there.
    boolean canSettle(Resolution resolution) {
        List<RuleId> there = rules.rules().stream().map(Rule::id).toList();
        return switch (resolution) {
            case Resolution.MoveAbove move -> there.contains(move.rule()) && there.contains(move.other());
            case Resolution.Pause pause -> there.contains(pause.rule());
        };
    }
}
