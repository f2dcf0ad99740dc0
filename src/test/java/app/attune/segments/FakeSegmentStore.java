package app.attune.segments;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A store in memory. Thread-safe: jobs count and save at the same time.
public final class FakeSegmentStore implements SegmentStore {
    private final List<SegmentDefinition> rows = new CopyOnWriteArrayList<>();
    private final Set<SegmentId> deleted = ConcurrentHashMap.newKeySet();

    @Override
    public List<SegmentDefinition> newest() {
        return rows.stream()
                .map(SegmentDefinition::id)
                .distinct()
                .flatMap(id -> newest(id).stream())
                .sorted(Comparator.comparing(SegmentDefinition::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    @Override
    public Optional<SegmentDefinition> newest(SegmentId id) {
        return deleted.contains(id) ? Optional.empty() : versions(id).stream().findFirst();
    }

    @Override
    public List<SegmentDefinition> versions(SegmentId id) {
        return rows.reversed().stream().filter(row -> row.id().equals(id)).toList();
    }

    @Override
    public void addAll(List<SegmentDefinition> definitions) {
        definitions.forEach(one -> deleted.remove(one.id()));
        rows.addAll(definitions);
    }

    @Override
    public void delete(SegmentId id) {
        deleted.add(id);
    }
}
