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

    /// One text of a field (`item`, `item.<attribute>` or an event property) that holds texts, missing values left out;
    /// missing when nothing is left.
    record TextOf(TextEnd end, String field) implements Measure {}

    /// Which text of a field. Texts at one time are in the order of their UTF-16 letters.
    enum TextEnd {
        /// That of the first event that has one; of several at that time the first.
        FIRST_TEXT,
        /// That of the last event that has one; of several at that time the last.
        LAST_TEXT
    }

    /// A number of the user's sessions, told apart by the `session_number` of their events; events without one are left
    /// out, and of a session only the measured events count.
    record OfSessions(SessionNumber number) implements Measure {}

    /// Which number of the sessions.
    enum SessionNumber {
        /// How many sessions the events are of.
        SESSIONS,
        /// Minutes, with fractions, from the first to the last event of the longest session; missing when there is
        /// none.
        LONGEST_SESSION,
        /// How many events the session with the most of them has; 0 when there is none.
        MOST_EVENTS
    }

    /// How many events the item with the most of them has; events without an item are left out, 0 when none is left.
    record MostOfOneItem() implements Measure {}

    /// The item that [MostOfOneItem] counts: of several with as many events the one with the newest, of several of
    /// those
    /// the first in the order of their bytes in UTF-8; missing when no event has an item.
    record ItemWithMost() implements Measure {}

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

    /// What it is compared as.
    default FieldKind kind() {
        return this instanceof TextOf || this instanceof ItemWithMost ? FieldKind.TEXT : FieldKind.NUMBER;
    }

    /// Whether it is missing when there is no event; otherwise it is 0.
    default boolean isMissingWithoutEvents() {
        return switch (this) {
            case Count count -> false;
            case Sum sum -> false;
            case CountDistinct distinct -> false;
            case ActiveDays days -> false;
            case OfSessions sessions -> sessions.number() == SessionNumber.LONGEST_SESSION;
            case MostOfOneItem most -> false;
            case Steps steps -> false;
            case DaysSinceLast days -> true;
            case DaysSinceFirst days -> true;
            case OfField number -> true;
            case TextOf text -> true;
            case ItemWithMost item -> true;
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
