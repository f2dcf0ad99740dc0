package app.attune.rules.matrix;

import app.attune.segments.Measure;

/// What a measured value says of whether there are events at all.
final class Evidence {
    private Evidence() {}

    /// Whether there must be an event.
    static boolean ofEvents(Measure measure, Cell value) {
        if (measure.isMissingWithoutEvents()) {
            return !(value instanceof Cell.Missing);
        }
        return value instanceof Cell.Numbers numbers && (numbers.low() > 0 || numbers.high() < 0);
    }

    /// Whether there can be no event.
    static boolean ofNone(Measure measure, Cell value) {
        return switch (measure) {
            case Measure.Count count -> isZero(value);
            case Measure.ActiveDays days -> isZero(value);
            case Measure.Steps steps -> isZero(value);
            case Measure.DaysSinceLast days -> value instanceof Cell.Missing;
            case Measure.DaysSinceFirst days -> value instanceof Cell.Missing;
            case Measure.Sum sum -> false;
            case Measure.CountDistinct distinct -> false;
            case Measure.OfField number -> false;
            case Measure.TextOf text -> false;
            case Measure.MostOfOneItem most -> false;
            case Measure.ItemWithMost item -> false;
            case Measure.OfSessions sessions -> false;
        };
    }

    private static boolean isZero(Cell value) {
        return value instanceof Cell.Numbers numbers && numbers.high() < 1;
    }
}
