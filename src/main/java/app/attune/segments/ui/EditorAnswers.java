package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.segments.Condition;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentDraft;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is known of the segment as it is edited: whom it means, what is wrong with it, and its size over time. FX
/// thread
/// only; work goes through the tasks.
final class EditorAnswers {
    private static final int DAYS_SHOWN = 90;

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final Tasks tasks;
    private final Supplier<State> state;
    private final Consumer<Problem> failed;
    private final TaskSlot answering = new TaskSlot();
    private final TaskSlot charting = new TaskSlot();
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<SegmentAnswer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TimeSeriesChart>> chart =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SegmentAnswer.Question> asked = Optional.empty();
    private long seed = 1;

    /// What is asked about.
    ///
    /// @param draft  by whatever name while it has none
    /// @param before the condition that the change of size is counted from
    record State(SegmentDraft draft, Condition before) {}

    /// @param state  as it is edited
    /// @param failed is told why something could not be found
    EditorAnswers(SegmentsContext context, Tasks tasks, Supplier<State> state, Consumer<Problem> failed) {
        this.context = context;
        this.tasks = tasks;
        this.state = state;
        this.failed = failed;
    }

    /// Another segment is shown.
    void clear() {
        answer.set(Optional.empty());
        chart.set(Optional.empty());
    }

    private SegmentAnswer.Question question() {
        State now = state.get();
        return new SegmentAnswer.Question(now.draft(), now.before(), seed);
    }

    /// As [#refresh], unless that very question was the last one asked.
    void refreshIfChanged() {
        if (!asked.equals(Optional.of(question()))) {
            refresh();
        }
    }

    /// Asks about the current state; whatever was asked before is cancelled.
    void refresh() {
        SegmentAnswer.Question question = question();
        asked = Optional.of(question);
        counting.set(true);
        tasks.run(
                answering,
                texts.get("task.count"),
                progress -> SegmentAnswer.of(context.segments(), question, progress),
                found -> {
                    counting.set(false);
                    answer.set(Optional.of(found));
                },
                problem -> {
                    counting.set(false);
                    failed.accept(problem);
                });
    }

    /// Another twenty members.
    void shuffle() {
        seed++;
        refresh();
    }

    /// Counts this state day by day.
    void loadChart(SegmentDraft draft) {
        tasks.run(
                charting,
                texts.get("task.chart"),
                progress -> context.segments().sizeOverTime(draft, DAYS_SHOWN, progress),
                found -> chart.set(Optional.of(found)),
                problem -> {
                    chart.set(Optional.empty());
                    failed.accept(problem);
                });
    }

    /// Whether the size of a part is not known, but was before a change that is not counted yet.
    boolean isUncounted(Condition part) {
        return answer.get()
                .filter(known -> !isOfNow(known))
                .filter(known -> known.countOf(part).isEmpty())
                .isPresent();
    }

    private boolean isOfNow(SegmentAnswer known) {
        return known.condition().equals(state.get().draft().condition());
    }

    /// What is to be said about the rows as they are now; nothing while that is not known.
    List<ConditionFinding> findings() {
        return answer.get().filter(this::isOfNow).map(SegmentAnswer::findings).orElse(List.of());
    }

    /// Whether a row is known to have an error.
    boolean hasErrors() {
        return findings().stream().anyMatch(ConditionFinding::isError);
    }

    ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SegmentAnswer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<TimeSeriesChart>> chartProperty() {
        return chart.getReadOnlyProperty();
    }
}
