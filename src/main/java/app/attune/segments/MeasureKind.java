package app.attune.segments;

/// What can be measured of events, by the words it is chosen by.
public enum MeasureKind {
    COUNT("Number of events"),
    DISTINCT("Number of different"),
    SUM("Total of"),
    AVERAGE("Average of"),
    SMALLEST("Smallest"),
    LARGEST("Largest"),
    FIRST("First"),
    LAST("Last"),
    FIRST_TEXT("First text of"),
    LAST_TEXT("Last text of"),
    DAYS("Days since the last event"),
    FIRST_DAYS("Days since the first event"),
    ACTIVE("Number of days with events"),
    SESSIONS("Number of sessions"),
    LONGEST_SESSION("Minutes of the longest session"),
    MOST_EVENTS("Most events in a session"),
    MOST_OF_ITEM("Most events of one item"),
    ITEM_WITH_MOST("Item with the most events"),
    STEPS("Steps of a sequence");

    private final String words;

    MeasureKind(String words) {
        this.words = words;
    }

    /// To stand before the field that is measured, if one is.
    public String words() {
        return words;
    }

    public static MeasureKind of(Measure measure) {
        return switch (measure) {
            case Measure.Count count -> COUNT;
            case Measure.Sum sum -> SUM;
            case Measure.CountDistinct distinct -> DISTINCT;
            case Measure.DaysSinceLast days -> DAYS;
            case Measure.DaysSinceFirst days -> FIRST_DAYS;
            case Measure.ActiveDays days -> ACTIVE;
            case Measure.OfField number -> of(number.statistic());
            case Measure.TextOf text -> text.end() == Measure.TextEnd.FIRST_TEXT ? FIRST_TEXT : LAST_TEXT;
            case Measure.OfSessions sessions -> of(sessions.number());
            case Measure.MostOfOneItem most -> MOST_OF_ITEM;
            case Measure.ItemWithMost item -> ITEM_WITH_MOST;
            case Measure.Steps steps -> STEPS;
        };
    }

    private static MeasureKind of(Measure.SessionNumber number) {
        return switch (number) {
            case SESSIONS -> SESSIONS;
            case LONGEST_SESSION -> LONGEST_SESSION;
            case MOST_EVENTS -> MOST_EVENTS;
        };
    }

    private static MeasureKind of(Measure.Statistic statistic) {
        return switch (statistic) {
            case AVERAGE -> AVERAGE;
            case SMALLEST -> SMALLEST;
            case LARGEST -> LARGEST;
            case FIRST -> FIRST;
            case LAST -> LAST;
        };
    }

    /// As in "Total of value".
    static String wordsOf(Measure measure) {
        boolean fixed = measure instanceof Measure.OfSessions
                || measure instanceof Measure.MostOfOneItem
                || measure instanceof Measure.ItemWithMost;
        String field = fixed ? "" : EventMeter.measuredField(measure).orElse("");
        return (of(measure).words() + " " + field).strip();
    }
}
