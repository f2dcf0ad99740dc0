package app.attune.segments;

import app.attune.core.Require;
import app.attune.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;

/// When the measured events happened. Half-open, and never after the as-of time.
public sealed interface Window {
    /// The events at or after `from` and before `to`, whatever else is known. All time where it differs by user.
    TimeWindow at(Instant asOf);

    /// Before every event.
    Instant BEGINNING = Instant.ofEpochMilli(Long.MIN_VALUE / 2);

    /// Everything before the as-of time.
    record AllTime() implements Window {
        @Override
        public TimeWindow at(Instant asOf) {
            return new TimeWindow(BEGINNING, asOf);
        }
    }

    /// The last `amount` units before the as-of time; a day is 24 hours.
    record Last(int amount, Unit unit) implements Window {
        public Last {
            Require.that(amount > 0, "A window is at least one unit long");
        }

        @Override
        public TimeWindow at(Instant asOf) {
            return new TimeWindow(asOf.minus(unit.length.multipliedBy(amount)), asOf);
        }
    }

    /// Everything more than `amount` units before the as-of time; with [Last] of the same length it covers all time.
    record Earlier(int amount, Unit unit) implements Window {
        public Earlier {
            Require.that(amount > 0, "A window ends at least one unit before the as-of time");
        }

        @Override
        public TimeWindow at(Instant asOf) {
            return new TimeWindow(BEGINNING, asOf.minus(unit.length.multipliedBy(amount)));
        }
    }

    /// From an instant to an instant, cut at the as-of time.
    record Between(Instant from, Instant to) implements Window {
        public Between {
            Require.that(!to.isBefore(from), "A window ends at or after its start");
        }

        @Override
        public TimeWindow at(Instant asOf) {
            Instant end = to.isBefore(asOf) ? to : asOf;
            return new TimeWindow(from.isBefore(end) ? from : end, end);
        }
    }

    /// After the time of the user's last event of a kind before the as-of time; an event at that very time is not after
    /// it. Nothing for users who have no such event.
    record Since(EventKind last) implements Window {
        @Override
        public TimeWindow at(Instant asOf) {
            return new TimeWindow(BEGINNING, asOf);
        }
    }

    /// Units of time.
    enum Unit {
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1)),
        WEEKS(Duration.ofDays(7));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        public Duration length() {
            return length;
        }
    }
}
