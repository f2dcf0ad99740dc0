package app.attune.segments;

import java.time.Duration;

/// How far before the as-of time the events lie that decide a condition.
final class LookBack {
    /// Longer than any log: whatever happened before counts.
    static final Duration EVERYTHING = Duration.ofDays(Integer.MAX_VALUE);

    private LookBack() {}

    /// The longest of its rows; zero where nothing moves with the as-of time.
    static Duration of(Condition condition) {
        return switch (condition) {
            case AttributeCondition row -> Duration.ZERO;
            case EventCondition row -> of(row.window());
            case AllOf group -> longest(group);
            case AnyOf group -> longest(group);
            case NoneOf group -> longest(group);
        };
    }

    private static Duration longest(Condition group) {
        return Conditions.parts(group).stream()
                .map(LookBack::of)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration of(Window window) {
        return switch (window) {
            case Window.AllTime all -> EVERYTHING;
            case Window.Last last -> last.unit().length().multipliedBy(last.amount());
            case Window.Earlier earlier -> EVERYTHING;
            case Window.Between between -> Duration.ZERO;
        };
    }
}
