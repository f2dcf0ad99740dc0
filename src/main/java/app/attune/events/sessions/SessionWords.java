package app.attune.events.sessions;

import java.time.Duration;

/// Pauses in words.
public final class SessionWords {
    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3_600;

    private SessionWords() {}

    /// "the number of the user's session, which a pause longer than 30 min ends; session ids do not count".
    public static String of(SessionRules rules) {
        return "the number of the user's session, which a pause longer than " + of(rules.gap()) + " ends; session ids "
                + (rules.ids() == SessionRules.Ids.RECORDED
                        ? "hold events together however long the pause"
                        : "do not count");
    }

    /// What wins: the session ids of the file or a pause.
    public static String sentence(SessionRules rules) {
        String gap = "a pause of more than " + of(rules.gap()) + " ends a session";
        return rules.ids() == SessionRules.Ids.RECORDED
                ? "Events with the same session id in the file are one session, however long the pauses; for events without"
                        + " one, " + gap + "."
                : "Session ids in the file are ignored: " + gap + ".";
    }

    /// "30 min", "90 s", "2 h".
    public static String of(Duration gap) {
        long seconds = gap.toSeconds();
        if (seconds % SECONDS_AN_HOUR == 0 && seconds > 0) {
            return seconds / SECONDS_AN_HOUR + " h";
        }
        return seconds % SECONDS_A_MINUTE == 0 && seconds > 0 ? seconds / SECONDS_A_MINUTE + " min" : seconds + " s";
    }
}
