package app.attune.segments;

/// Measures by the words the editor has for them, as in "Number of events" or "Total of value".
final class MeasureWords {
    private MeasureWords() {}

    static String of(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> "Number of events";
            case Measure.Sum sum -> "Total of " + sum.field();
            case Measure.CountDistinct distinct -> "Number of different " + distinct.field();
            case Measure.DaysSinceLast days -> "Days since the last event";
            case Measure.DaysSinceFirst days -> "Days since the first event";
            case Measure.ActiveDays days -> "Number of days with events";
            case Measure.OfField number -> statistic(number.statistic()) + " " + number.field();
            case Measure.TextOf text ->
                switch (text.end()) {
                    case FIRST_TEXT -> "First text of " + text.field();
                    case LAST_TEXT -> "Last text of " + text.field();
                };
            case Measure.OfSessions sessions ->
                switch (sessions.number()) {
                    case SESSIONS -> "Number of sessions";
                    case LONGEST_SESSION -> "Minutes of the longest session";
                    case MOST_EVENTS -> "Most events in a session";
                };
            case Measure.Steps steps -> "Steps of a sequence";
        };
    }

    private static String statistic(Measure.Statistic statistic) {
        return switch (statistic) {
            case AVERAGE -> "Average of";
            case SMALLEST -> "Smallest";
            case LARGEST -> "Largest";
            case FIRST -> "First";
            case LAST -> "Last";
        };
    }
}
