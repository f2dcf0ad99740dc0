package app.attune.recommend.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Searches in memory. Thread-safe.
public final class FakeSearchStore implements SearchStore {
    private final Map<SearchId, Search> searches = new LinkedHashMap<>();

    @Override
    public synchronized Search add(SearchRequest request, Search.Ground ground) {
        String kind = request.plan().space().algorithm().kind();
        int number = 1
                + (int) searches.keySet().stream()
                        .filter(id -> id.kind().equals(kind))
                        .count();
        Search search = new Search(new SearchId(kind, number), request, ground, List.of(), List.of());
        searches.put(search.id(), search);
        return search;
    }

    @Override
    public synchronized void append(SearchId id, Trial trial) {
        searches.put(id, Objects.requireNonNull(searches.get(id)).with(trial));
    }

    @Override
    public synchronized void append(SearchId id, TestLook look) {
        searches.put(id, Objects.requireNonNull(searches.get(id)).with(look));
    }

    @Override
    public synchronized List<SearchId> list() {
        return List.copyOf(searches.keySet()).reversed();
    }

    @Override
    public synchronized Optional<Search> find(SearchId id) {
        return Optional.ofNullable(searches.get(id));
    }
}
