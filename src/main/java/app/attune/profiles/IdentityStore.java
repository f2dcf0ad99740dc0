package app.attune.profiles;

import java.util.List;
import java.util.Optional;

/// Keeps every version of the identity rules.
public interface IdentityStore {
    /// Empty until rules are saved for the first time.
    Optional<IdentityVersion> newest();

    /// Every version, newest first.
    List<IdentityVersion> versions();

    /// Durable when it returns.
    ///
    /// @throws app.attune.core.ProblemException `identity.not-next-version` if the version is not the next one
    void add(IdentityVersion version);
}
