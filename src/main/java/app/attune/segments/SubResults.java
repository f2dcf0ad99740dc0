package app.attune.segments;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Remembers who matched which part of a condition, so that a change elsewhere in the tree costs nothing here.
/// Thread-safe; the least recently used results go first.
final class SubResults {
    private record Key(Condition condition, Instant asOf, String state) {}

    private static final int MOST = 1_000;

    private final Map<Key, RoaringBitmap> results = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RoaringBitmap> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<RoaringBitmap> find(Condition condition, Instant asOf, String state) {
        return Optional.ofNullable(results.get(new Key(condition, asOf, state)));
    }

    synchronized void keep(Condition condition, Instant asOf, String state, RoaringBitmap members) {
        results.put(new Key(condition, asOf, state), members);
    }

    synchronized int size() {
        return results.size();
    }
}
