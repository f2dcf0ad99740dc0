package app.attune.events.reconcile;

import java.time.LocalDate;

/// The checksum of one source's events of one day (UTC), whatever their order.
///
/// Every event is written as its user, time in epoch milliseconds, type, item and value, with the character 31 between
/// them; an absent item or value is empty, and a value is the whole number floor(value * 10000 + 0.5). The MD5 of that
/// text in UTF-8 gives two numbers: its first and its next eight hexadecimal digits. They are added up over the events.
///
/// @param source name of the imported file, or [#ALL]
/// @param high   sum of the first eight hexadecimal digits
/// @param low    sum of the next eight
public record DaySum(String source, LocalDate day, long events, long high, long low) {
    /// All sources together.
    public static final String ALL = "*";

    DaySum plus(DaySum other) {
        return new DaySum(source, day, events + other.events, high + other.high, low + other.low);
    }

    DaySum of(String other) {
        return new DaySum(other, day, events, high, low);
    }

    boolean isSame(DaySum other) {
        return events == other.events && high == other.high && low == other.low;
    }
}
