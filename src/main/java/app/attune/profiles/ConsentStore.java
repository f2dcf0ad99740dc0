package app.attune.profiles;

import java.util.List;

/// Keeps every declaration about consent.
public interface ConsentStore {
    /// Every version, newest first.
    List<ConsentDeclaration> versions();

    /// Durable when it returns.
    ///
    /// @throws app.attune.core.ProblemException `consent.not-next-version` if the version is not the next one
    void add(ConsentDeclaration declaration);
}
