package app.attune.events;

import java.util.Locale;
import java.util.Set;

/// How files say that consent was given, refused, or taken back.
final class ConsentWords {
    private static final Set<String> YES = Set.of("granted", "true", "yes", "y", "1", "t", "opt-in", "opted in");
    private static final Set<String> NO = Set.of("denied", "false", "no", "n", "0", "f", "opt-out", "opted out");
    private static final Set<String> BACK = Set.of("revoked", "withdrawn");

    private ConsentWords() {}

    /// `GRANTED`, `DENIED`, `REVOKED`, or empty when the word is none of them.
    static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? "GRANTED" : NO.contains(lower) ? "DENIED" : BACK.contains(lower) ? "REVOKED" : "";
    }
}
