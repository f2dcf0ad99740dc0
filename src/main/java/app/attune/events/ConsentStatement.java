package app.attune.events;

/// What a user said to one purpose, and since when it holds.
///
/// @param sinceMillis epoch milliseconds, [#ALWAYS] where the data names no time
public record ConsentStatement(ConsentStatus status, long sinceMillis) {
    /// Before every time.
    public static final long ALWAYS = Long.MIN_VALUE;

    public boolean isRefusal() {
        return status != ConsentStatus.GRANTED;
    }
}
