package app.attune.segments;

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
}
