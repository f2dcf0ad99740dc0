package app.attune.events;

import java.util.Locale;
import java.util.Set;

/// How files say that consent was given or refused.
final class ConsentWords {
    private static final Set<String> YES = Set.of("granted", "true", "yes", "y", "1", "t", "opt-in", "opted in");
    private static final Set<String> NO = Set.of("denied", "false", "no", "n", "0", "f", "opt-out", "opted out");

    private ConsentWords() {}

    /// `GRANTED`, `DENIED`, or empty when the word is neither.
    static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? "GRANTED" : NO.contains(lower) ? "DENIED" : "";
    }
}
