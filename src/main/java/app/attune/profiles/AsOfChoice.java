package app.attune.profiles;

import java.time.Instant;
import java.util.Optional;

/// The time an analyst looks at: that of the latest data, or one that was chosen. Kept nowhere else. Thread-safe.
public final class AsOfChoice {
    private volatile Optional<Instant> chosen = Optional.empty();

    /// Looks at the latest data, also when more comes.
    public void latest() {
        chosen = Optional.empty();
    }

    /// Looks at everything as it was then.
    public void choose(Instant asOf) {
        chosen = Optional.of(asOf);
    }

    /// Empty for the latest.
    public Optional<Instant> chosen() {
        return chosen;
    }

    /// That time, of this data.
    public Instant of(Population population) {
        return chosen.orElseGet(population::defaultAsOf);
    }
}
