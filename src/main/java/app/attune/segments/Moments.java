package app.attune.segments;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Conditions to be asked of users at many moments, each user by themselves: what [SegmentEvaluator] says of all users
/// at one time, for replaying a period in which every user is asked about at times of their own.
///
/// Like there, an event of the very moment is not known yet. Two things are read once a day, at midnight UTC before the
/// moment: ranks, which depend on everybody, and attributes where the data says since when they hold. And whoever is
/// asked about is there, even if nothing was known of them before.
///
/// Thread-safe; its readers are of one thread each.
public final class Moments {
    /// A part of a condition, ready to be asked of whom the reader is at.
    @FunctionalInterface
    interface Part {
        boolean holds(MomentReader reader);
    }

    private final Population population;
    private final Progress progress;
    private final Map<EventKind, Integer> kinds = new LinkedHashMap<>();
    private final List<Part> wholes = new ArrayList<>();

    /// Of no conditions yet.
    ///
    /// @param progress asked whether anybody still wants the answer whenever another day is read
    public Moments(Population population, Progress progress) {
        this.population = population;
        this.progress = progress;
    }

    /// One condition more, to be asked of readers made from now on.
    ///
    /// @param condition without references to segments
    /// @throws app.attune.core.ProblemException if a row cannot be evaluated, see [ConditionCheck]
    public void add(Condition condition) {
        ConditionCheck.require(condition, population);
        wholes.add(part(condition));
    }

    /// Asks the conditions added so far.
    public MomentReader reader() {
        return new MomentReader(
                population.events(),
                kinds.keySet().stream()
                        .map(kind -> new EventFilter(population.events(), kind))
                        .toList(),
                wholes);
    }

    /// Whether parts of a condition are read at midnight only.
    public static boolean readsDays(Condition condition, Population population) {
        return switch (condition) {
            case AllOf(List < Condition > parts) -> readsDays(parts, population);
            case AnyOf(List < Condition > parts) -> readsDays(parts, population);
            case NoneOf(List < Condition > parts) -> readsDays(parts, population);
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> changes(row, population);
            case EventCondition row -> false;
            case UserCondition row -> row instanceof RankCondition;
        };
    }

    private static boolean readsDays(List<Condition> parts, Population population) {
        return parts.stream().anyMatch(part -> readsDays(part, population));
    }

    private static boolean changes(AttributeCondition row, Population population) {
        return population.changes() || row.attribute().startsWith(Population.CONSENT_PREFIX);
    }

    private Part part(Condition condition) {
        return switch (condition) {
            case AllOf(List < Condition > parts) -> all(parts(parts));
            case AnyOf(List < Condition > parts) -> any(parts(parts));
            case NoneOf(List < Condition > parts) -> none(any(parts(parts)));
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> attribute(row);
            case EventCondition row -> events(row);
            case UserCondition row -> person(row);
        };
    }

    private Part[] parts(List<Condition> parts) {
        return parts.stream().map(this::part).toArray(Part[]::new);
    }

    private static Part all(Part[] parts) {
        return reader -> {
            for (Part part : parts) {
                if (!part.holds(reader)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Part any(Part[] parts) {
        return reader -> {
            for (Part part : parts) {
                if (part.holds(reader)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Part none(Part any) {
        return reader -> !any.holds(reader);
    }

    private Part attribute(AttributeCondition row) {
        if (changes(row, population)) {
            return days(midnight -> RowTest.of(row, population.asOf(midnight, progress)));
        }
        return always(RowTest.of(row, population));
    }

    private Part events(EventCondition row) {
        int kind = kinds.computeIfAbsent(row.events(), added -> kinds.size());
        return new MomentRow(population.events(), row, kind);
    }

    private Part person(UserCondition row) {
        return switch (row) {
            case UserListCondition list -> always(PersonTest.of(list, population, Instant.EPOCH, progress));
            case BucketCondition bucket -> always(PersonTest.of(bucket, population, Instant.EPOCH, progress));
            case ConsentCondition consent ->
                reader ->
                        PersonTest.consents(consent, population, reader.userIdx(), Instant.ofEpochMilli(reader.now()));
            case RankCondition rank ->
                days(midnight -> PersonTest.of(rank, population.asOf(midnight, progress), midnight, progress));
            case SegmentCondition segment -> throw new IllegalArgumentException("Not resolved: " + segment.segment());
        };
    }

    private static Part always(IntPredicate test) {
        return reader -> test.test(reader.userIdx());
    }

    private Part days(DayByDay.Reading reading) {
        DayByDay days = new DayByDay(population.size(), reading, progress);
        return reader -> days.at(reader.now()).contains(reader.userIdx());
    }
}
