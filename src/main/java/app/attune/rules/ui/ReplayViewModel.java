package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.core.TimeWindow;
import app.attune.core.WrittenTime;
import app.attune.events.Column;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.replay.EffectWords;
import app.attune.rules.replay.Occasion;
import app.attune.rules.replay.Replay;
import app.attune.rules.replay.ReplayComparison;
import app.attune.rules.replay.ReplayGround;
import app.attune.rules.replay.ReplayOptions;
import app.attune.rules.replay.ReplayReport;
import app.attune.rules.replay.RequestColumns;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the rules being edited would have done over a stored period, and who would have seen something else. FX thread
/// only; work goes through the tasks.
final class ReplayViewModel {
    /// What is asked for.
    ///
    /// @param from    a date or a time as typed; empty for the first event
    /// @param to      a date or a time as typed, which does not count; empty for after the last event
    /// @param against the version that is compared with
    /// @param request as which every occasion is decided
    record Wish(String from, String to, Occasion occasion, Optional<RuleSet> against, Request request) {
        /// In requests that tell nothing of themselves.
        Wish(String from, String to, Occasion occasion, Optional<RuleSet> against) {
            this(from, to, occasion, against, new Request(RequestContext.none(), RequestColumns.none()));
        }
    }

    /// With what requests come.
    ///
    /// @param given   where events tell nothing
    /// @param columns of the events that tell it
    record Request(RequestContext given, RequestColumns columns) {}

    /// What was counted.
    ///
    /// @param comparison with the version asked for
    record Found(ReplayReport report, Optional<ReplayComparison> comparison, EffectWords words) {}

    private final Texts texts = Texts.of("rules");
    private final RulesContext context;
    private final Supplier<RuleProgram> rules;
    private final TaskSlot replaying = new TaskSlot();
    private final TaskSlot finding = new TaskSlot();
    private final ObservableList<String> columns = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param rules as they are being edited
    ReplayViewModel(RulesContext context, Supplier<RuleProgram> rules) {
        this.context = context;
        this.rules = rules;
    }

    /// Decides the period again; whatever was asked before is cancelled.
    void replay(Wish wish) {
        problems.clear();
        ReplayOptions options;
        try {
            options = options(wish);
        } catch (ProblemException e) {
            problems.setAll(List.of(e.problem()));
            return;
        }
        RuleProgram now = rules.get();
        busy.set(true);
        context.tasks()
                .run(
                        replaying,
                        texts.get("replay.task"),
                        progress -> find(now, options, wish.against(), progress),
                        this::show,
                        this::failed);
    }

    private Found find(RuleProgram now, ReplayOptions options, Optional<RuleSet> against, Progress progress) {
        ReplayGround ground = context.ground().load(progress);
        EffectWords words = new EffectWords(ground.catalogue()::name);
        if (against.isEmpty()) {
            return new Found(Replay.of(now, ground, options, progress), Optional.empty(), words);
        }
        ReplayComparison comparison = Replay.compare(against.get().program(), now, ground, options, progress);
        return new Found(comparison.after(), Optional.of(comparison), words);
    }

    private void show(Found all) {
        busy.set(false);
        problems.setAll(all.comparison()
                .map(ReplayComparison::notes)
                .orElse(all.report().notes()));
        found.set(Optional.of(all));
    }

    private void failed(Problem problem) {
        busy.set(false);
        if (!problem.code().equals(Tasks.CANCELLED)) {
            problems.setAll(List.of(problem));
        }
    }

    /// Reads which properties the events have.
    void findColumns() {
        context.tasks()
                .run(
                        finding,
                        texts.get("replay.task.columns"),
                        progress -> context.ground().load(progress).population().events().properties().stream()
                                .map(Column::name)
                                .sorted()
                                .toList(),
                        columns::setAll,
                        problem -> columns.clear());
    }

    /// The properties that events have, by name; empty until they were read.
    ObservableList<String> columns() {
        return columns;
    }

    /// Nobody looks any more: what is being counted is not wanted.
    void leave() {
        replaying.cancel();
        finding.cancel();
        busy.set(false);
    }

    private ReplayOptions options(Wish wish) {
        Instant from = wish.from().isBlank()
                ? ReplayOptions.BEGINNING
                : time(wish.from().strip());
        Instant to = wish.to().isBlank() ? ReplayOptions.END : time(wish.to().strip());
        if (!from.isBefore(to)) {
            throw new ProblemException(
                    new Problem("replay.empty-period", texts.get("replay.empty"), texts.get("replay.empty.remedy")));
        }
        return new ReplayOptions(
                new TimeWindow(from, to),
                wish.occasion(),
                wish.request().given(),
                wish.request().columns());
    }

    private Instant time(String typed) {
        try {
            return WrittenTime.instant(typed);
        } catch (DateTimeException e) {
            throw new ProblemException(
                    new Problem("replay.bad-time", texts.get("replay.time", typed), texts.get("replay.time.remedy")),
                    e);
        }
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// Empty until something was counted.
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
