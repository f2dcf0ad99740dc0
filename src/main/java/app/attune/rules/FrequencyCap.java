package app.attune.rules;

import app.attune.core.Require;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// How often a rule may fire for one user: once it has fired so many times within the window before a decision, it does
/// not act. What it has fired is what the request says of it ([Shown]); what a request does not say never was.
///
/// @param times at least 1
public record FrequencyCap(int times, Per per) {
    /// The most times that can be allowed.
    public static final int MOST = 100;

    /// The longest window, in its unit.
    public static final int LONGEST = 1000;

    /// Which of the firings before a decision count.
    public sealed interface Per {}

    /// Those from so long before the decision on; a day is 24 hours.
    public record Last(int length, Unit unit) implements Per {
        public Last {
            Require.that(length >= 1 && length <= LONGEST, "The window of a cap is from 1 to 1,000, not " + length);
        }

        Duration duration() {
            return switch (unit) {
                case DAYS -> Duration.ofDays(length);
                case HOURS -> Duration.ofHours(length);
            };
        }
    }

    /// Units of windows.
    public enum Unit {
        DAYS,
        HOURS
    }

    /// Those of the same date on the clock of a zone.
    public record CalendarDay(ZoneId zone) implements Per {}

    /// Those since the user's visit began; none where the request does not say when that was.
    public record Visit() implements Per {}

    public FrequencyCap {
        Require.that(times >= 1 && times <= MOST, "A cap allows from 1 to 100 times, not " + times);
    }

    /// Whether a firing counts for a decision; one at the time of the decision or later does not.
    public boolean counts(Instant firing, Instant at, Optional<Instant> visitStart) {
        return firing.isBefore(at)
                && switch (per) {
                    case Last last -> Duration.between(firing, at).compareTo(last.duration()) <= 0;
                    case CalendarDay day -> date(firing, day.zone()).equals(date(at, day.zone()));
                    case Visit ignored ->
                        visitStart.filter(start -> !firing.isBefore(start)).isPresent();
                };
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// Whether no more is allowed.
    ///
    /// @param firings of the rule for the user, in any order
    public boolean isReached(List<Instant> firings, Instant at, Optional<Instant> visitStart) {
        return firings.size() >= times
                && firings.stream()
                                .filter(firing -> counts(firing, at, visitStart))
                                .limit(times)
                                .count()
                        == times;
    }
}
