package app.attune.segments;

import java.util.List;

/// What is measured of a user's events.
public sealed interface Measure {
    /// How many events.
    record Count() implements Measure {}

    /// The sum of a numeric field (`value` or an event property), missing values left out, rounded to 6 decimals.
    record Sum(String field) implements Measure {}

    /// How many different values of a field (`item`, `item.<attribute>` or an event property), missing left out.
    record CountDistinct(String field) implements Measure {}

    /// Days, with fractions, from the last event to the as-of time; missing when there is no event.
    record DaysSinceLast() implements Measure {}

    /// Days, with fractions, from the first event to the as-of time; missing when there is no event.
    record DaysSinceFirst() implements Measure {}

    /// On how many different days there were events; a day is one of the calendar in UTC.
    record ActiveDays() implements Measure {}

    /// One number of a numeric field, missing values left out; missing when nothing is left.
    record OfField(Statistic statistic, String field) implements Measure {}

    /// How many steps of a sequence were taken at most: 0 without a first step, 1 with nothing after it, and so on.
    ///
    /// The events of the condition are the first step and lie in its window; the further steps may come at any time
    /// before the as-of time. Each step is another event than the one before it, at or after its time.
    ///
    /// @param next    the steps after the first
    /// @param within  how long it may take
    /// @param counted from where that is counted
    record Steps(List<EventKind> next, Within within, Counted counted) implements Measure {
        public Steps {
            next = List.copyOf(next);
        }
    }

    /// Which number of a field.
    enum Statistic {
        /// Rounded to 6 decimals.
        AVERAGE,
        SMALLEST,
        LARGEST,
        /// That of the first event that has one; of several at that time the smallest.
        FIRST,
        /// That of the last event that has one; of several at that time the largest.
        LAST
    }

    /// Whether it is missing when there is no event; otherwise it is 0.
    default boolean isMissingWithoutEvents() {
        return switch (this) {
            case Count count -> false;
            case Sum sum -> false;
            case CountDistinct distinct -> false;
            case ActiveDays days -> false;
            case Steps steps -> false;
            case DaysSinceLast days -> true;
            case DaysSinceFirst days -> true;
            case OfField number -> true;
        };
    }

    /// From which step the time of a sequence is counted.
    enum Counted {
        /// All steps lie within the time after the first.
        FROM_FIRST,
        /// Each step lies within the time after the one before it.
        FROM_PREVIOUS
    }
}
