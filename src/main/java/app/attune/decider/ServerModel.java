package app.attune.decider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A recommender of a bundle: all items it can score for a history, highest score first, ties by [Ranking].
sealed interface ServerModel {
    /// An item with its score and the items of the history it rests on, strongest first.
    record Scored(String item, double score, List<String> evidence) {
        static final Comparator<Scored> RANKING =
                Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::item, Ranking.OF_ITEMS);
    }

    String kind();

    List<Scored> list(Map<String, Double> history);

    /// Scores from `popular.json`: the same for everybody, without the items of the history.
    record Popular(String kind, List<Scored> ranked) implements ServerModel {
        static Popular read(Fields file) {
            file.requireFormat();
            List<Scored> items = new ArrayList<>(
                    file.objects("items", item -> new Scored(item.text("item"), item.number("score"), List.of())));
            requireOnce(file, items.stream().map(Scored::item).toList());
            items.removeIf(item -> item.score() <= 0);
            items.sort(Scored.RANKING);
            return new Popular(file.text("kind"), List.copyOf(items));
        }

        @Override
        public List<Scored> list(Map<String, Double> history) {
            return ranked.stream()
                    .filter(item -> !history.containsKey(item.item()))
                    .toList();
        }
    }

    /// The score of an item is the sum over the history's items among its similar items of weight * similarity,
    /// started at 0 and added in ranking order of the history's items.
    ///
    /// @param scoredBy for an item of a history the items it adds to, with the similarity
    record SimilarItems(String kind, Map<String, Map<String, Double>> scoredBy) implements ServerModel {
        private static final int MOST_EVIDENCE = 3;

        private record Part(String source, double value) {}

        static SimilarItems read(Fields file) {
            file.requireFormat();
            Map<String, Map<String, Double>> scoredBy = new HashMap<>();
            List<String> items = file.objects("items", item -> {
                String target = item.text("item");
                item.pairs(
                        "similar",
                        "similarity",
                        (source, similarity) -> scoredBy.computeIfAbsent(source, similar -> new HashMap<>())
                                .put(target, similarity));
                return target;
            });
            requireOnce(file, items);
            return new SimilarItems(file.text("kind"), scoredBy);
        }

        @Override
        public List<Scored> list(Map<String, Double> history) {
            Map<String, List<Part>> parts = new LinkedHashMap<>();
            for (String source : inRankingOrder(history)) {
                double weight = history.getOrDefault(source, 0.0);
                scoredBy.getOrDefault(source, Map.of())
                        .forEach((target, similarity) -> parts.computeIfAbsent(target, item -> new ArrayList<>())
                                .add(new Part(source, weight * similarity)));
            }
            return parts.entrySet().stream()
                    .filter(entry -> !history.containsKey(entry.getKey()))
                    .map(entry -> scored(entry.getKey(), entry.getValue()))
                    .filter(scored -> scored.score() > 0)
                    .sorted(Scored.RANKING)
                    .toList();
        }

        private static List<String> inRankingOrder(Map<String, Double> history) {
            return history.keySet().stream().sorted(Ranking.OF_ITEMS).toList();
        }

        private static Scored scored(String item, List<Part> parts) {
            double score = 0;
            for (Part part : parts) {
                score += part.value();
            }
            List<String> evidence = parts.stream()
                    .sorted(Comparator.comparingDouble(Part::value).reversed())
                    .limit(MOST_EVIDENCE)
                    .map(Part::source)
                    .toList();
            return new Scored(item, score, evidence);
        }
    }

    private static void requireOnce(Fields file, List<String> items) {
        Set<String> seen = new HashSet<>();
        for (String item : items) {
            if (!seen.add(item)) {
                throw file.malformed("the item \"" + item + "\" is there twice");
            }
        }
    }
}
