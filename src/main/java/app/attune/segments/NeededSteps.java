package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/// What must hold for a sequence to be taken and is quicker to ask: those of its steps, one after the other, whose
/// events are rare.
///
/// @param condition that the needed steps were taken
/// @param last      the last of them
/// @param reach     the most milliseconds from the first step of all to that one
record NeededSteps(EventCondition condition, EventKind last, long reach) {
    /// Empty where there is no such condition, or the row asks for something else.
    static Optional<NeededSteps> of(EventCondition row, EventFrame frame) {
        if (!(row.measure() instanceof Measure.Steps steps)) {
            return Optional.empty();
        }
        List<EventKind> kinds = Stream.concat(Stream.of(row.events()), steps.next().stream())
                .limit(least(row, steps))
                .toList();
        for (int length = kinds.size(); length > 0; length--) {
            for (int from = 0; from + length <= kinds.size(); from++) {
                List<EventKind> run = kinds.subList(from, from + length);
                if (isRare(run, frame)) {
                    return Optional.of(new NeededSteps(
                            needed(row, steps, run, from == 0),
                            run.getLast(),
                            StepsMeter.reach(steps, from + length - 1)));
                }
            }
        }
        return Optional.empty();
    }

    /// All steps that must be taken where two or more must, whether or not they are rare.
    static Optional<NeededSteps> all(EventCondition row) {
        if (!(row.measure() instanceof Measure.Steps steps)) {
            return Optional.empty();
        }
        int least = least(row, steps);
        return least < 2
                ? Optional.empty()
                : Optional.of(new NeededSteps(row, steps.next().get(least - 2), StepsMeter.reach(steps, least - 1)));
    }

    /// The fewest steps that pass; 0 where none at all may pass, or no number of them does.
    private static int least(EventCondition row, Measure.Steps steps) {
        DoublePredicate test = ColumnTest.number(row.asked());
        for (int reached = 0; reached <= steps.next().size() + 1; reached++) {
            if (test.test(reached)) {
                return reached;
            }
        }
        return 0;
    }

    private static boolean isRare(List<EventKind> kinds, EventFrame frame) {
        boolean[] types = new boolean[frame.types().size()];
        kinds.forEach(kind -> EventFilter.addTypes(frame, kind, types));
        return frame.indexes().areRare(types);
    }

    /// Asks for rare events alone, so for no others that a window begins with. Of steps in the middle the time is
    /// counted from the first of them, which is no earlier than that of all.
    private static EventCondition needed(
            EventCondition row, Measure.Steps steps, List<EventKind> run, boolean fromStart) {
        List<EventKind> next = new ArrayList<>(run.subList(1, run.size()));
        return new EventCondition(
                run.getFirst().types(),
                run.getFirst().where(),
                new Measure.Steps(next, steps.within(), steps.counted()),
                fromStart && !(row.window() instanceof Window.Since) ? row.window() : new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of(Integer.toString(run.size())));
    }
}
