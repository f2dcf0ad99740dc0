package app.attune.segments;

import app.attune.core.Progress;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.RowKind;
import app.attune.events.quality.AttributeDelta;
import app.attune.events.quality.KeyFigures;
import app.attune.events.quality.LoadComparison;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.Membership;
import app.attune.events.quality.MembershipWatch;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/// Compares the members of every segment in two states of the data. Thread-safe.
///
/// Both states are asked as of midnight after the last event of the one that is there now or came later, so that time
/// alone moves nobody. A segment that asks for what a state does not have, means nobody there.
public final class MembershipChanges implements LoadComparison, MembershipWatch {
    /// Everybody known after an import.
    @FunctionalInterface
    public interface Past {
        /// @param importId 0 for nobody
        Population upTo(long importId, Progress progress);
    }

    private record State(Population population, Instant asOf) {}

    private final Past past;
    private final Function<Progress, Population> current;
    private final Supplier<List<SegmentDefinition>> segments;

    public MembershipChanges(
            Past past, Function<Progress, Population> current, Supplier<List<SegmentDefinition>> segments) {
        this.past = past;
        this.current = current;
        this.segments = segments;
    }

    @Override
    public LoadDelta of(long before, long after, Progress progress) {
        Population first = past.upTo(before, progress);
        Population second = past.upTo(after, progress);
        Instant asOf = second.defaultAsOf();
        return between(new Span(before, after), new State(first, asOf), new State(second, asOf), progress);
    }

    /// What changes if the events become others.
    ///
    /// @param last number of the last import
    public LoadDelta to(Population others, long last, Progress progress) {
        Population now = current.apply(progress);
        Instant asOf = now.defaultAsOf();
        return between(new Span(last, last), new State(now, asOf), new State(others, asOf), progress);
    }

    private record Span(long before, long after) {}

    private LoadDelta between(Span span, State before, State after, Progress progress) {
        Population first = before.population();
        Population second = after.population();
        return new LoadDelta(
                span.before(),
                span.after(),
                KeyFigures.of(first.events(), progress),
                KeyFigures.of(second.events(), progress),
                unknown(second.events(), first.events()),
                unknown(first.events(), second.events()),
                before.asOf(),
                changes(before, after, progress),
                attributes(first, second, progress));
    }

    private static List<AttributeDelta> attributes(Population first, Population second, Progress progress) {
        List<AttributeDelta> all =
                new ArrayList<>(AttributeDelta.between(RowKind.USERS, users(first), users(second), progress));
        all.addAll(AttributeDelta.between(RowKind.ITEMS, items(first), items(second), progress));
        return all;
    }

    private static AttributeDelta.Side users(Population people) {
        return new AttributeDelta.Side(people.events().users(), people.attributes());
    }

    private static AttributeDelta.Side items(Population people) {
        return new AttributeDelta.Side(people.events().items(), people.events().catalogue());
    }

    @Override
    public List<Membership> with(EventFrame others, Progress progress) {
        Population now = current.apply(progress);
        Population then = now.withEvents(others);
        Instant asOf = now.defaultAsOf();
        return changes(new State(now, asOf), new State(then, asOf), progress);
    }

    /// Users with events in one frame who have none in the other.
    private static long unknown(EventFrame frame, EventFrame other) {
        long unknown = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            if (frame.from(userIdx) < frame.to(userIdx)) {
                OptionalInt there = other.users().find(frame.users().text(userIdx));
                boolean known = there.isPresent() && other.from(there.getAsInt()) < other.to(there.getAsInt());
                unknown += known ? 0 : 1;
            }
        }
        return unknown;
    }

    private List<Membership> changes(State before, State after, Progress progress) {
        List<Membership> changes = new ArrayList<>();
        List<SegmentDefinition> all = segments.get();
        for (SegmentDefinition segment : all) {
            progress.report("Comparing " + segment.name(), changes.size(), all.size());
            RoaringBitmap first = members(segment.condition(), before, progress);
            RoaringBitmap second = members(segment.condition(), after, progress);
            RoaringBitmap moved = moved(first, before, after);
            RoaringBitmap entered = RoaringBitmap.andNot(second, moved);
            changes.add(new Membership(
                    segment.name(),
                    first.getLongCardinality(),
                    second.getLongCardinality(),
                    entered.getLongCardinality(),
                    first.getLongCardinality()
                            - RoaringBitmap.and(moved, second).getLongCardinality(),
                    new Membership.Movers(names(entered, after), left(first, second, before, after))));
        }
        changes.sort(Comparator.comparingLong((Membership one) -> -(one.entered() + one.left()))
                .thenComparing(Membership::segment));
        return List.copyOf(changes);
    }

    private static List<String> names(RoaringBitmap users, State state) {
        Dictionary names = state.population().events().users();
        return users.stream()
                .limit(Membership.Movers.MOST)
                .mapToObj(names::text)
                .toList();
    }

    /// Of the members of the first state, those who are none in the second, or not there.
    private static List<String> left(RoaringBitmap first, RoaringBitmap second, State before, State after) {
        Dictionary names = before.population().events().users();
        Dictionary others = after.population().events().users();
        return first.stream()
                .mapToObj(names::text)
                .filter(name -> others.find(name).stream().noneMatch(second::contains))
                .limit(Membership.Movers.MOST)
                .toList();
    }

    private static RoaringBitmap members(Condition condition, State state, Progress progress) {
        boolean asked =
                ConditionCheck.findings(condition, state.population()).stream().noneMatch(ConditionFinding::isError);
        return asked
                ? new SegmentEvaluator().members(condition, state.population(), state.asOf(), progress)
                : new RoaringBitmap();
    }

    /// The same users at the positions they have in the other state; those it does not know are left out.
    private static RoaringBitmap moved(RoaringBitmap members, State from, State to) {
        Dictionary names = from.population().events().users();
        Dictionary others = to.population().events().users();
        if (names == others) {
            return members;
        }
        RoaringBitmap moved = new RoaringBitmap();
        members.forEach((int userIdx) -> others.find(names.text(userIdx)).ifPresent(moved::add));
        return moved;
    }
}
