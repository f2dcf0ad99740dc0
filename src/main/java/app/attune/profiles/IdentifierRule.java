package app.attune.profiles;

import app.attune.core.Require;
import app.attune.events.IdentifierLinks;
import app.attune.events.IdentifierReading;
import java.util.Locale;

/// How one kind of identifier links users into persons.
///
/// @param kind          [IdentifierLinks#USER] for the ids of users themselves, else a column of events or of users
/// @param mostPerPerson a link that would give a person more values of this kind is refused; 0 for no limit
/// @param mostUsers     a value seen with more users than this links nobody; 0 for no limit
public record IdentifierRule(String kind, IdentifierReading reading, int mostPerPerson, int mostUsers) {
    private static final int USERS = 10;
    private static final int VALUES = 20;

    public IdentifierRule {
        Require.notBlank(kind, "The kind of an identifier");
        Require.that(mostPerPerson >= 0 && mostUsers >= 0, "Limits are not negative");
    }

    /// What suits a kind of this name.
    public static IdentifierRule of(String kind) {
        IdentifierReading reading = kind.equals(IdentifierLinks.ANONYMOUS)
                ? IdentifierReading.AS_USER_ID
                : kind.toLowerCase(Locale.ROOT).contains("mail")
                        ? IdentifierReading.IGNORING_CASE
                        : IdentifierReading.EXACT;
        return kind.equals(IdentifierLinks.USER)
                ? new IdentifierRule(kind, IdentifierReading.EXACT, USERS, 0)
                : new IdentifierRule(kind, reading, VALUES, USERS);
    }

    boolean isUser() {
        return kind.equals(IdentifierLinks.USER);
    }
}
