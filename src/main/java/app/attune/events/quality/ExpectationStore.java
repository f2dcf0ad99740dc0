package app.attune.events.quality;

import java.util.List;
import java.util.Optional;

/// Keeps versions of what is expected; none is ever changed.
public interface ExpectationStore {
    Optional<ExpectationSet> newest();

    /// Newest first.
    List<ExpectationSet> versions();

    /// @throws app.attune.core.ProblemException `quality.not-next-version` if another one was added meanwhile
    void add(ExpectationSet set);
}
