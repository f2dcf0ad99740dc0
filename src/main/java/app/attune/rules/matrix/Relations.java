package app.attune.rules.matrix;

import app.attune.segments.BucketCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.RankCondition;
import java.util.Optional;
import java.util.function.BiPredicate;

/// What the value of one subject rules out for another. Only what never happens is ruled out; much that never happens
/// is not known here.
final class Relations {
    private Relations() {}

    /// Whether two values can belong to one user; empty when the subjects are not known to depend on one another.
    static Optional<BiPredicate<Cell, Cell>> between(Subject one, Subject other) {
        return directed(one, other).or(() -> directed(other, one).map(test -> (a, b) -> test.test(b, a)));
    }

    private static Optional<BiPredicate<Cell, Cell>> directed(Subject one, Subject other) {
        if (one instanceof Subject.Person && other instanceof Subject.Bucket bucket) {
            return Optional.of((id, place) -> isAt(id, bucket.salt(), place));
        }
        if (one instanceof Subject.Ranking ranking && isRanked(ranking.by(), other)) {
            return Optional.of((rank, value) -> rank instanceof Cell.Missing == value instanceof Cell.Missing);
        }
        if (one instanceof Subject.Measured a && other instanceof Subject.Measured b && depend(a.row(), b.row())) {
            return Optional.of((x, y) -> ofMeasures(a.row(), x, b.row(), y) && ofMeasures(b.row(), y, a.row(), x));
        }
        return Optional.empty();
    }

    private static boolean isAt(Cell id, String salt, Cell place) {
        if (!(id instanceof Cell.Named named) || !(place instanceof Cell.Numbers part)) {
            return true;
        }
        double at = BucketCondition.place(salt, named.id());
        return at >= part.low() && at < part.high();
    }

    private static boolean isRanked(RankCondition.Ranked by, Subject subject) {
        return switch (by) {
            case RankCondition.Ranked.Attribute one -> subject.equals(new Subject.Attribute(one.attribute()));
            case RankCondition.Ranked.Events events ->
                events.measure().isMissingWithoutEvents()
                        && subject instanceof Subject.Measured
                        && subject.equals(Subject.of(events.condition(), Schema.empty()));
        };
    }

    private static boolean depend(EventCondition one, EventCondition other) {
        return EventSets.isOfKind(one, other) || EventSets.isOfKind(other, one);
    }

    /// Whether the values can be measured of one user, as far as that follows from events of `inner` being events of
    /// `outer`.
    private static boolean ofMeasures(EventCondition inner, Cell of, EventCondition outer, Cell beside) {
        if (!EventSets.isOfKind(inner, outer)) {
            return true;
        }
        return recency(inner, of, outer, beside)
                && (!EventSets.isWithin(inner, outer) || ofParts(inner, of, outer, beside));
    }

    private static boolean ofParts(EventCondition part, Cell of, EventCondition all, Cell beside) {
        boolean nothing = Evidence.ofEvents(part.measure(), of) && Evidence.ofNone(all.measure(), beside);
        return !nothing && ordered(part.measure(), of, all.measure(), beside);
    }

    private static boolean ordered(Measure part, Cell of, Measure all, Cell beside) {
        if (!(of instanceof Cell.Numbers fewer) || !(beside instanceof Cell.Numbers more)) {
            return true;
        }
        return switch (Growth.of(part, all)) {
            case GROWS -> !fewer.isBeyond(more.high());
            case SHRINKS -> !more.isBeyond(fewer.high());
            case UNKNOWN -> true;
        };
    }

    /// The last event of all is not longer ago than an event there is; and one that is not long ago lies in a window
    /// that goes further back.
    private static boolean recency(EventCondition inner, Cell of, EventCondition outer, Cell beside) {
        double inWindow = Cells.days(inner.window());
        boolean recent = Double.isFinite(inWindow) && Evidence.ofEvents(inner.measure(), of);
        if (recent && outer.measure() instanceof Measure.DaysSinceLast && EventSets.isWithin(inner, outer)) {
            return !(beside instanceof Cell.Missing)
                    && !(beside instanceof Cell.Numbers days && days.isBeyond(inWindow));
        }
        double back = Cells.days(outer.window());
        boolean last = inner.measure() instanceof Measure.DaysSinceLast && of instanceof Cell.Numbers;
        return !(last
                && ((Cell.Numbers) of).high() <= back
                && (Double.isFinite(back) || EventSets.isAllTime(outer))
                && Evidence.ofNone(outer.measure(), beside));
    }
}
