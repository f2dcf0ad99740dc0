package app.attune.events;

/// What a user said to one purpose, and since when it holds.
///
/// @param sinceMillis epoch milliseconds, [#ALWAYS] where the data names no time
public record ConsentStatement(ConsentStatus status, long sinceMillis) {
    /// Before every date there is, and far enough from the ends of long for differences.
    public static final long ALWAYS = TimedChanges.ALWAYS;

    public boolean isRefusal() {
        return status != ConsentStatus.GRANTED;
    }
}
