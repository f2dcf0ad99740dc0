package app.attune.events;

import app.attune.core.Counted;
import app.attune.core.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Rejected records of one import that were mended and passed in a later one: their text now would store them twice.
final class ReadBefore {
    private final List<Later> later = new ArrayList<>();
    private final Set<Long> met = new HashSet<>();
    private final Map<Long, Long> counts = new TreeMap<>();

    /// @param rejected lines at which rows were rejected once more
    private record Later(long importId, Reread reread, Set<Long> rejected) {}

    static ReadBefore of(EventStore store, long importId) {
        ReadBefore before = new ReadBefore();
        KeptAside kept = new KeptAside(store);
        store.imports().stream()
                .filter(report -> report.reread().importId() == importId)
                .forEach(report -> {
                    Set<Long> rejected = new HashSet<>();
                    kept.all(
                            report.importId(),
                            row -> rejected.add(row.rejection().line()));
                    before.later.add(new Later(report.importId(), report.reread(), rejected));
                });
        return before;
    }

    /// Whether it was; counts it then.
    boolean holds(long record, long line) {
        Optional<Later> found = later.stream()
                .filter(one -> one.reread.holds(record, line) && !one.rejected.contains(line))
                .findFirst();
        found.filter(one -> met.add(record)).ifPresent(one -> counts.merge(one.importId, 1L, Long::sum));
        return found.isPresent();
    }

    /// How many of the records asked for were, by the number of the import that has them.
    Map<Long, Long> counts() {
        return counts;
    }

    /// That they are not read again, if some were asked for.
    Optional<Problem> finding() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String imports = counts.keySet().stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return Optional.of(new Problem(
                "import.mended-before",
                Counted.of(all, "mended row") + (all == 1 ? " was" : " were") + " read by import " + imports
                        + " already and " + (all == 1 ? "is" : "are") + " not read a second time.",
                "To have them as they are written now, forget import " + imports
                        + " first, then read the file again."));
    }
}
