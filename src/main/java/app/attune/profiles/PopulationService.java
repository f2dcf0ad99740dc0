package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.EventStore;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Builds the population of the current data and definitions once and hands it out until one of them changes.
/// Thread-safe.
public final class PopulationService {
    private record Known(String dataHash, IdentityRules rules, Population population) {}

    private final PopulationBuilder builder;
    private final PeopleDefinitions definitions;
    private final ReentrantLock building = new ReentrantLock();
    private volatile Optional<Known> newest = Optional.empty();

    /// Of users as the log names them.
    public PopulationService(EventStore events, ProfileStore profiles) {
        this(new PopulationBuilder(events, profiles), PeopleDefinitions.none());
    }

    public PopulationService(PopulationBuilder builder, PeopleDefinitions definitions) {
        this.builder = builder;
        this.definitions = definitions;
    }

    /// Everybody as of the newest finished import. The first call after an import takes long, later ones do not.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` is cancelled
    public Population current(Progress progress) {
        return known().orElseGet(() -> build(progress));
    }

    private Optional<Population> known() {
        String hash = builder.dataHash();
        IdentityRules rules = definitions.identity();
        return newest.filter(
                        known -> known.dataHash().equals(hash) && known.rules().equals(rules))
                .map(Known::population);
    }

    private Population build(Progress progress) {
        building.lock();
        try {
            Optional<Population> known = known();
            if (known.isPresent()) {
                return known.get();
            }
            String hash = builder.dataHash();
            IdentityRules rules = definitions.identity();
            Population population = builder.build(rules, progress);
            newest = Optional.of(new Known(hash, rules, population));
            return population;
        } finally {
            building.unlock();
        }
    }
}
