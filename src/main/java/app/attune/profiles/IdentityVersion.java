package app.attune.profiles;

import app.attune.core.Require;
import java.time.Instant;

/// One version of the identity rules.
///
/// @param version 1, 2, 3 …; every save makes the next one
public record IdentityVersion(int version, IdentityRules rules, String author, String note, Instant savedAt) {
    public IdentityVersion {
        Require.that(version > 0, "Versions start at 1");
    }
}
