package app.attune.profiles;

import app.attune.core.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Keeps what analysts declare of consent.
public final class ConsentService {
    private final ConsentStore store;
    private final Clock clock;

    public ConsentService(ConsentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What holds now; [ConsentBasis#NONE] until somebody declares otherwise.
    public ConsentBasis basis() {
        return store.versions().stream()
                .findFirst()
                .map(ConsentDeclaration::basis)
                .orElse(ConsentBasis.NONE);
    }

    /// Every version, newest first.
    public List<ConsentDeclaration> versions() {
        return store.versions();
    }

    /// Makes the next version, unless this holds already.
    ///
    /// @throws ProblemException `consent.no-reason` if agreement is declared without saying how it is known
    public void declare(ConsentBasis basis, String reason, String author) {
        if (basis.allows() && reason.isBlank()) {
            throw ProblemException.of(
                    "consent.no-reason",
                    "No reason says how it is known that everybody may be personalised.",
                    "Say it in a sentence, such as: all members signed the terms of 2026.");
        }
        if (basis != basis()) {
            int next = store.versions().stream()
                            .findFirst()
                            .map(ConsentDeclaration::version)
                            .orElse(0)
                    + 1;
            store.add(new ConsentDeclaration(
                    next, basis, reason.strip(), author, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }
}
