package app.attune.segments;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/// Which users pass a row of a condition about their events. Thread-safe.
///
/// Reads whichever leaves the fewest rows to look at: the rows of the items, the events of the types, or all events.
final class EventTest implements UserTest {
    /// Rows of items are read where they are at most one in so many of the events of the types.
    private static final int FEW = 4;

    private final Readers readers;
    private final NearTest near;
    private final HitMeter meter;
    private final DoublePredicate test;
    private final boolean without;

    /// Reads a range of users.
    @FunctionalInterface
    private interface Readers {
        HitReader of(int firstUser, int endUser);
    }

    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    static UserTest of(EventCondition row, EventFrame frame, Instant asOf, Progress progress) {
        HitQuery whole = new HitQuery(frame, row.events(), Bounds.of(row.window(), asOf));
        Optional<EventFrame> few = frame.ofTypes(types(row, frame), fields(row), progress);
        EventFrame read = few.orElse(frame);
        Optional<int[]> rows = ofItems(row, whole, progress);
        if (rows.filter(some -> (long) some.length * FEW <= read.eventCount()).isPresent()) {
            return new EventTest(row, frame, asOf, (first, end) -> new ItemHits(whole, rows.get(), first, end));
        }
        HitQuery query = few.isEmpty() ? whole : new HitQuery(read, row.events(), whole.bounds());
        Optional<NeededSteps> needed = few.isEmpty() ? NeededSteps.of(row, frame) : Optional.empty();
        if (needed.isPresent()) {
            return new EventTest(row, frame, asOf, ofSteps(needed.get(), query, asOf, progress));
        }
        int[] users = read.indexes().users();
        Optional<NeededSteps> steps = NeededSteps.all(row);
        if (steps.isPresent()) {
            StepHits.Later last = new StepHits.Later(users, read, steps.get());
            return new EventTest(row, read, asOf, (first, end) -> new StepHits(query, last, first, end));
        }
        return PlainTest.of(row, query, asOf)
                .orElseGet(
                        () -> new EventTest(row, read, asOf, (first, end) -> new FrameHits(query, users, first, end)));
    }

    /// Of who took the steps that are rare, the events that one of them may follow.
    private static Readers ofSteps(NeededSteps needed, HitQuery query, Instant asOf, Progress progress) {
        EventFrame frame = query.frame();
        EventCondition rare = needed.condition();
        int[] users = UserRanges.passing(frame.userCount(), of(rare, frame, asOf, progress), progress)
                .toArray();
        Optional<EventFrame> few = frame.ofTypes(types(rare, frame), fields(rare), progress);
        return few.map(found -> new StepHits.Later(users, found, needed))
                .<Readers>map(later -> (first, end) -> new StepHits(query, later, first, end))
                .orElse((first, end) -> new FrameHits(query, users, first, end));
    }

    private EventTest(EventCondition row, EventFrame frame, Instant asOf, Readers readers) {
        this.readers = readers;
        near = new NearTest(frame, row, asOf);
        meter = HitMeter.of(frame, row.measure(), asOf);
        test = TextMeter.test(frame, row);
        without = test.test(meter.of(0, new Hits()));
    }

    private static boolean[] types(EventCondition row, EventFrame frame) {
        boolean[] types = new boolean[frame.types().size()];
        row.kinds().forEach(kind -> EventFilter.addTypes(frame, kind, types));
        return types;
    }

    private static List<String> fields(EventCondition row) {
        Stream<String> tested =
                row.kinds().stream().flatMap(kind -> kind.where().stream()).map(FieldTest::field);
        return Stream.concat(tested, EventMeter.measuredField(row.measure()).stream())
                .toList();
    }

    /// The rows of the items in the window, where few items are asked for and no other events.
    private static Optional<int[]> ofItems(EventCondition row, HitQuery query, Progress progress) {
        EventFilter filter = query.filter();
        if (!filter.namesItems() || row.kinds().size() > 1) {
            return Optional.empty();
        }
        int[] wanted = filter.items();
        Bounds bounds = query.bounds();
        return query.frame()
                .indexes()
                .ofItems(progress)
                .filter(items -> items.count(wanted) * FEW <= query.frame().eventCount())
                .map(items -> items.of(wanted, filter.types(), bounds.from(), bounds.to()));
    }

    @Override
    public void test(int from, int to, UserBits passing) {
        if (without) {
            passing.add(from, to);
        }
        boolean hasNear = !near.asksNothing();
        HitReader reader = readers.of(from, to);
        Hits hits = new Hits();
        for (int userIdx = reader.next(hits); userIdx != HitReader.NOBODY; userIdx = reader.next(hits)) {
            if (hasNear) {
                near.keep(userIdx, hits);
            }
            if (hits.size() > 0) {
                passing.flip(userIdx, test.test(meter.of(userIdx, hits)) != without);
            }
        }
    }
}
