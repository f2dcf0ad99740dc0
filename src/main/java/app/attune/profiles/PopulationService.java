package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.EventStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Builds the population of the current data and definitions once and hands it out until one of them changes.
/// Thread-safe.
public final class PopulationService {
    private record Known(String dataHash, IdentityRules rules, ConsentBasis basis, Population population) {}

    private final PopulationBuilder builder;
    private final Supplier<IdentityRules> identity;
    private final Supplier<ConsentBasis> consent;
    private final ReentrantLock building = new ReentrantLock();
    private volatile Optional<Known> newest = Optional.empty();

    /// Of users as the log names them, of whom nothing is declared.
    public PopulationService(EventStore events, ProfileStore profiles) {
        this(new PopulationBuilder(events, profiles), () -> IdentityRules.NONE, () -> ConsentBasis.NONE);
    }

    /// @param identity the rules as they stand
    /// @param consent  what is declared as it stands
    public PopulationService(
            PopulationBuilder builder, Supplier<IdentityRules> identity, Supplier<ConsentBasis> consent) {
        this.builder = builder;
        this.identity = identity;
        this.consent = consent;
    }

    /// Everybody as of the newest finished import. The first call after an import takes long, later ones do not.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` is cancelled
    public Population current(Progress progress) {
        return known().orElseGet(() -> build(progress));
    }

    /// The purposes of which any file said who agreed. Quick.
    public Set<String> purposes() {
        return builder.purposes();
    }

    private Optional<Population> known() {
        String hash = builder.dataHash();
        IdentityRules rules = identity.get();
        ConsentBasis basis = consent.get();
        Optional<Known> known =
                newest.filter(now -> now.dataHash().equals(hash) && now.rules().equals(rules));
        if (known.isPresent() && known.get().basis() != basis) {
            Population declared = known.get().population().declaring(basis);
            newest = Optional.of(new Known(hash, rules, basis, declared));
            return Optional.of(declared);
        }
        return known.map(Known::population);
    }

    private Population build(Progress progress) {
        building.lock();
        try {
            Optional<Population> known = known();
            if (known.isPresent()) {
                return known.get();
            }
            String hash = builder.dataHash();
            IdentityRules rules = identity.get();
            ConsentBasis basis = consent.get();
            Population population = builder.build(rules, progress).declaring(basis);
            newest = Optional.of(new Known(hash, rules, basis, population));
            return population;
        } finally {
            building.unlock();
        }
    }
}
