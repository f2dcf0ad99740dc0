package app.attune.rules.matrix;

import app.attune.segments.Measure;
import app.attune.segments.Measure.SessionNumber;
import app.attune.segments.Measure.Statistic;

/// How a measure of some events stands to a measure of more events.
enum Growth {
    /// The measure of more events is at least as large.
    GROWS,
    /// The measure of more events is at most as large.
    SHRINKS,
    UNKNOWN;

    static Growth of(Measure part, Measure all) {
        if (part.equals(all)) {
            return ofSame(part);
        }
        boolean counted = isAtMostCount(part) && all instanceof Measure.Count;
        boolean days = part instanceof Measure.DaysSinceLast && all instanceof Measure.DaysSinceFirst;
        return counted || days ? GROWS : UNKNOWN;
    }

    private static Growth ofSame(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> GROWS;
            case Measure.CountDistinct distinct -> GROWS;
            case Measure.ActiveDays days -> GROWS;
            case Measure.DaysSinceFirst days -> GROWS;
            case Measure.DaysSinceLast days -> SHRINKS;
            case Measure.OfSessions sessions -> GROWS;
            case Measure.MostOfOneItem most -> GROWS;
            case Measure.Steps steps -> GROWS;
            case Measure.OfField number -> ofField(number.statistic());
            case Measure.Sum sum -> UNKNOWN;
            case Measure.TextOf text -> UNKNOWN;
            case Measure.ItemWithMost item -> UNKNOWN;
        };
    }

    private static Growth ofField(Statistic statistic) {
        return switch (statistic) {
            case LARGEST -> GROWS;
            case SMALLEST -> SHRINKS;
            case AVERAGE, FIRST, LAST -> UNKNOWN;
        };
    }

    private static boolean isAtMostCount(Measure measure) {
        return measure instanceof Measure.CountDistinct
                || measure instanceof Measure.ActiveDays
                || measure instanceof Measure.MostOfOneItem
                || (measure instanceof Measure.OfSessions sessions
                        && sessions.number() != SessionNumber.LONGEST_SESSION);
    }
}
