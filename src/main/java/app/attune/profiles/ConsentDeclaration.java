package app.attune.profiles;

import app.attune.core.Require;
import java.time.Instant;

/// One version of what is declared of users of whom the data says nothing.
///
/// @param version 1, 2, 3 …; every declaration makes the next one
/// @param reason  how it is known, such as "The shop asks at the door"; empty only to take a declaration back
public record ConsentDeclaration(int version, ConsentBasis basis, String reason, String author, Instant declaredAt) {
    public ConsentDeclaration {
        Require.that(version > 0, "Versions start at 1");
    }
}
