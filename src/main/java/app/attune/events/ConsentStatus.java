package app.attune.events;

import java.util.Locale;

/// What a user said to one purpose.
public enum ConsentStatus {
    GRANTED,
    DENIED,
    /// Granted once, and no longer.
    REVOKED,
    /// The data says something that is none of the others.
    UNCLEAR;

    /// Letter case aside.
    static ConsentStatus of(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "GRANTED" -> GRANTED;
            case "DENIED" -> DENIED;
            case "REVOKED" -> REVOKED;
            default -> UNCLEAR;
        };
    }
}
