package app.attune.rules.matrix;

import app.attune.segments.EventCondition;
import app.attune.segments.Window;
import java.time.Duration;
import java.util.Set;

/// Which measured events are among others, whoever the user is.
final class EventSets {
    private EventSets() {}

    /// Whether every event that `inner` measures in its window is of the kind that `outer` measures.
    static boolean isOfKind(EventCondition inner, EventCondition outer) {
        boolean types = outer.types().isEmpty()
                || (!inner.types().isEmpty() && outer.types().containsAll(inner.types()));
        return types
                && Set.copyOf(inner.where()).containsAll(outer.where())
                && Set.copyOf(inner.near()).containsAll(outer.near());
    }

    /// Whether the window of `inner` lies in that of `outer`.
    static boolean isWithin(EventCondition inner, EventCondition outer) {
        return inner.window().equals(outer.window()) || isWithin(inner.window(), outer.window());
    }

    private static boolean isWithin(Window inner, Window outer) {
        return switch (outer) {
            case Window.AllTime all -> true;
            case Window.Last last ->
                inner instanceof Window.Last one && length(one).compareTo(length(last)) <= 0;
            case Window.Earlier earlier ->
                inner instanceof Window.Earlier one && length(one).compareTo(length(earlier)) >= 0;
            case Window.Between between ->
                inner instanceof Window.Between one
                        && !one.from().isBefore(between.from())
                        && !one.to().isAfter(between.to());
            case Window.Since since -> false;
        };
    }

    static boolean isAllTime(EventCondition row) {
        return row.window() instanceof Window.AllTime;
    }

    private static Duration length(Window.Last last) {
        return last.unit().length().multipliedBy(last.amount());
    }

    private static Duration length(Window.Earlier earlier) {
        return earlier.unit().length().multipliedBy(earlier.amount());
    }
}
