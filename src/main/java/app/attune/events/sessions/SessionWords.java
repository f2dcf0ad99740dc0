package app.attune.events.sessions;

import java.time.Duration;

/// Pauses in words.
public final class SessionWords {
    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3_600;

    private SessionWords() {}

    /// "30 min", "90 s", "2 h".
    public static String of(Duration gap) {
        long seconds = gap.toSeconds();
        if (seconds % SECONDS_AN_HOUR == 0 && seconds > 0) {
            return seconds / SECONDS_AN_HOUR + " h";
        }
        return seconds % SECONDS_A_MINUTE == 0 && seconds > 0 ? seconds / SECONDS_A_MINUTE + " min" : seconds + " s";
    }
}
