package app.attune.profiles;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventStore;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Builds the population of the current data once and hands it out until the data changes. Thread-safe.
public final class PopulationService {
    private static final int ATTEMPTS = 3;

    private final EventStore events;
    private final ProfileStore profiles;
    private final ReentrantLock building = new ReentrantLock();
    private volatile Optional<Population> newest = Optional.empty();

    public PopulationService(EventStore events, ProfileStore profiles) {
        this.events = events;
        this.profiles = profiles;
    }

    /// Everybody as of the newest finished import. The first call after an import takes long, later ones do not.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` is cancelled
    public Population current(Progress progress) {
        String hash = events.dataHash();
        Optional<Population> known = newest;
        return known.isPresent() && known.get().dataHash().equals(hash) ? known.get() : build(progress);
    }

    private Population build(Progress progress) {
        building.lock();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                String hash = events.dataHash();
                if (newest.isPresent() && newest.get().dataHash().equals(hash)) {
                    return newest.get();
                }
                EventFrame frame = events.frame(progress);
                ColumnTable attributes = profiles.attributes(frame.userCount(), progress);
                if (hash.equals(events.dataHash()) && hash.equals(frame.dataHash())) {
                    Population population = new Population(frame, attributes, hash);
                    newest = Optional.of(population);
                    return population;
                }
            }
            throw ProblemException.of(
                    "profiles.changing",
                    "The data changed while it was read.",
                    "Try again when the import is finished.");
        } finally {
            building.unlock();
        }
    }
}
