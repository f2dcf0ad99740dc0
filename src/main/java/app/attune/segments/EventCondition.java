package app.attune.segments;

import java.util.List;
import java.util.stream.Stream;

/// Measures a user's events of some kind in a window and compares the result.
///
/// Of no events most measures are 0 and therefore present; days since an event and numbers of a field are missing.
///
/// @param types       event types, any of them; empty for all
/// @param where       further tests of each event, all of which must hold
/// @param near        which other events each event must have beside it, all of which must hold
/// @param values      numbers with a decimal point; none for IS_MISSING and IS_PRESENT, two for BETWEEN
/// @param whenMissing NO for IS_MISSING and IS_PRESENT, which say it themselves
public record EventCondition(
        List<String> types,
        List<FieldTest> where,
        List<Near> near,
        Measure measure,
        Window window,
        Comparison comparison,
        List<String> values,
        WhenMissing whenMissing)
        implements Condition {
    public EventCondition {
        types = List.copyOf(types);
        where = List.copyOf(where);
        near = List.copyOf(near);
        values = List.copyOf(values);
        whenMissing = comparison.allowed(whenMissing);
    }

    /// Of events whatever is beside them; a missing value does not match, unless it is asked for.
    public EventCondition(
            List<String> types,
            List<FieldTest> where,
            Measure measure,
            Window window,
            Comparison comparison,
            List<String> values) {
        this(types, where, List.of(), measure, window, comparison, values, WhenMissing.NO);
    }

    Asked asked() {
        return new Asked(comparison, values, whenMissing);
    }

    /// The events that are measured.
    public EventKind events() {
        return new EventKind(types, where);
    }

    /// The same of other events.
    public EventCondition with(EventKind other) {
        return new EventCondition(other.types(), other.where(), near, measure, window, comparison, values, whenMissing);
    }

    /// The same of events that have other neighbours.
    public EventCondition with(List<Near> other) {
        return new EventCondition(types, where, other, measure, window, comparison, values, whenMissing);
    }

    /// Measured otherwise.
    public EventCondition with(Measure other) {
        return new EventCondition(types, where, near, other, window, comparison, values, whenMissing);
    }

    /// In another window.
    public EventCondition with(Window other) {
        return new EventCondition(types, where, near, measure, other, comparison, values, whenMissing);
    }

    /// Compared otherwise.
    public EventCondition with(Comparison other, List<String> otherValues) {
        return new EventCondition(types, where, near, measure, window, other, otherValues, whenMissing);
    }

    /// With something else said of a missing value.
    public EventCondition with(WhenMissing other) {
        return new EventCondition(types, where, near, measure, window, comparison, values, other);
    }

    /// Every kind of event it looks at: those measured, their neighbours, further steps, and the one the window begins
    /// with.
    public List<EventKind> kinds() {
        Stream<EventKind> steps = measure instanceof Measure.Steps sequence ? sequence.next().stream() : Stream.empty();
        Stream<EventKind> last = window instanceof Window.Since since ? Stream.of(since.last()) : Stream.empty();
        return Stream.of(Stream.of(events()), near.stream().map(Near::events), steps, last)
                .flatMap(kinds -> kinds)
                .toList();
    }
}
