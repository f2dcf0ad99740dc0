package app.attune.decider;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/// Sheets to be used again, for any number of threads and without a lock: whoever finds none makes one.
final class Sheets {
    private static final int PLACES = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private final AtomicReferenceArray<Optional<Sheet>> places = new AtomicReferenceArray<>(PLACES);
    private final Supplier<Sheet> maker;

    Sheets(Supplier<Sheet> maker) {
        this.maker = maker;
        for (int place = 0; place < PLACES; place++) {
            places.set(place, Optional.empty());
        }
    }

    /// One that nobody else has, wrapped once and for all.
    Optional<Sheet> take() {
        Optional<Sheet> found = places.getAndSet(place(), Optional.empty());
        return found.isPresent() ? found : Optional.of(maker.get());
    }

    /// @param clean one that was taken
    void giveBack(Optional<Sheet> clean) {
        places.set(place(), clean);
    }

    private static int place() {
        return (int) (Thread.currentThread().threadId() % PLACES);
    }
}
