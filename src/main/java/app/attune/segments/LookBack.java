package app.attune.segments;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// How far before the as-of time the events lie that decide a condition.
final class LookBack {
    /// Longer than any log: whatever happened before counts.
    static final Duration EVERYTHING = Duration.ofDays(Integer.MAX_VALUE);

    private static final double SECONDS_A_DAY = 86_400;

    private LookBack() {}

    /// The longest of its rows; zero where nothing moves with the as-of time.
    static Duration of(Condition condition) {
        return switch (condition) {
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> Duration.ZERO;
            case EventCondition row -> of(row);
            case UserCondition row -> events(row).map(LookBack::of).orElse(Duration.ZERO);
            case AllOf group -> longest(group, LookBack::of);
            case AnyOf group -> longest(group, LookBack::of);
            case NoneOf group -> longest(group, LookBack::of);
        };
    }

    private static Duration of(EventCondition row) {
        boolean ever = row.near().stream()
                .anyMatch(near -> !near.relation().isAfter() && near.within() instanceof Within.AnyTime);
        Duration window = of(row.window());
        return ever && !window.isZero() ? EVERYTHING : plus(window, before(row));
    }

    /// How long events must have been recorded before the condition can mean what it says: who has not bought for 90
    /// days cannot be known in a record of 40.
    static Duration needed(Condition condition) {
        return switch (condition) {
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> Duration.ZERO;
            case EventCondition row -> needed(row);
            case UserCondition row -> events(row).map(LookBack::needed).orElse(Duration.ZERO);
            case AllOf group -> longest(group, LookBack::needed);
            case AnyOf group -> longest(group, LookBack::needed);
            case NoneOf group -> longest(group, LookBack::needed);
        };
    }

    private static Optional<EventCondition> events(UserCondition row) {
        return row instanceof RankCondition rank ? rank.events() : Optional.empty();
    }

    private static Duration needed(EventCondition row) {
        Duration window = plus(needed(row.window()), before(row));
        boolean days =
                row.measure() instanceof Measure.DaysSinceLast || row.measure() instanceof Measure.DaysSinceFirst;
        if (!days) {
            return window;
        }
        return row.values().stream()
                .map(Literals::requireNumber)
                .map(value -> Duration.ofSeconds(Math.round(value * SECONDS_A_DAY)))
                .map(since -> since.compareTo(EVERYTHING) > 0 ? EVERYTHING : since)
                .max(Duration::compareTo)
                .filter(since -> since.compareTo(window) > 0)
                .orElse(window);
    }

    /// How long before an event the neighbours lie that it may have; zero where that has no limit, since whatever is
    /// recorded then decides.
    private static Duration before(EventCondition row) {
        return row.near().stream()
                .filter(near -> !near.relation().isAfter() && near.within() instanceof Within.Span)
                .map(near -> Duration.ofMillis(near.within().millis()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration plus(Duration window, Duration before) {
        return window.isZero() || window.equals(EVERYTHING) ? window : window.plus(before);
    }

    private static Duration needed(Window window) {
        return switch (window) {
            case Window.AllTime all -> Duration.ZERO;
            case Window.Last last -> last.unit().length().multipliedBy(last.amount());
            case Window.Earlier earlier -> earlier.unit().length().multipliedBy(earlier.amount());
            case Window.Between between -> Duration.ZERO;
            case Window.Since since -> Duration.ZERO;
        };
    }

    private static Duration longest(Condition group, Function<Condition, Duration> each) {
        return Conditions.parts(group).stream()
                .map(each)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration of(Window window) {
        return switch (window) {
            case Window.AllTime all -> EVERYTHING;
            case Window.Last last -> last.unit().length().multipliedBy(last.amount());
            case Window.Earlier earlier -> EVERYTHING;
            case Window.Since since -> EVERYTHING;
            case Window.Between between -> Duration.ZERO;
        };
    }
}
