package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.Provenance;
import app.attune.core.TimeWindow;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.Recommendation;
import app.attune.recommend.Recommendation.Evidence;
import app.attune.recommend.RecommenderModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A model that always has the same list, best first; without history it has it only if it is popularity.
public record FixedModel(String kind, List<String> items) implements RecommenderModel {
    public static FixedModel popularity(String... items) {
        return new FixedModel(ModelShelf.POPULARITY, Arrays.asList(items));
    }

    public static FixedModel similar(String... items) {
        return new FixedModel("item-knn", Arrays.asList(items));
    }

    /// The same list, and what it is asked from is kept.
    static RecommenderModel listening(RecommenderModel model, List<List<HistoryItem>> asked) {
        return new Listening(model, asked);
    }

    private record Listening(RecommenderModel model, List<List<HistoryItem>> asked) implements RecommenderModel {
        @Override
        public String kind() {
            return model.kind();
        }

        @Override
        public Provenance provenance() {
            return model.provenance();
        }

        @Override
        public List<Recommendation> recommend(List<HistoryItem> history, int k, Set<ItemId> excluded) {
            asked.add(history);
            return model.recommend(history, k, excluded);
        }

        @Override
        public List<Evidence> evidence(List<HistoryItem> history, ItemId item) {
            return model.evidence(history, item);
        }
    }

    @Override
    public Provenance provenance() {
        TimeWindow window = new TimeWindow(Instant.EPOCH, Instant.EPOCH);
        return new Provenance(kind, Map.of(), 0, "none", 0, window, "1970-01-01T00:00:00Z", Map.of(), Map.of());
    }

    @Override
    public List<Recommendation> recommend(List<HistoryItem> history, int k, Set<ItemId> excluded) {
        boolean popular = kind.equals(ModelShelf.POPULARITY);
        if (history.isEmpty() && !popular) {
            return List.of();
        }
        Set<ItemId> seen = history.stream().map(HistoryItem::item).collect(Collectors.toSet());
        List<ItemId> left = items.stream()
                .map(ItemId::new)
                .filter(item -> !seen.contains(item) && !excluded.contains(item))
                .limit(k)
                .toList();
        List<Evidence> evidence =
                popular ? List.of() : List.of(new Evidence(history.getFirst().item(), 1));
        return IntStream.range(0, left.size())
                .mapToObj(i -> new Recommendation(left.get(i), left.size() - i, evidence, 1200 + i))
                .toList();
    }
}
