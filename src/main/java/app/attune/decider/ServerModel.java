package app.attune.decider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A recommender of a bundle, as its file gives it.
sealed interface ServerModel permits ServerModel.Popular, ServerModel.SimilarItems, ServerFactors {
    /// An item with its score.
    record Scored(String item, double score) {
        static final Comparator<Scored> RANKING =
                Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::item, Ranking.OF_ITEMS);
    }

    String kind();

    /// All it speaks of, some twice.
    Stream<String> items();

    DenseModel dense(ItemIndex items);

    /// Scores from `popular.json`, highest first, ties by [Ranking].
    record Popular(String kind, List<Scored> ranked) implements ServerModel {
        static Popular read(Fields file) {
            file.requireFormat();
            List<Scored> items =
                    new ArrayList<>(file.objects("items", item -> new Scored(item.text("item"), item.number("score"))));
            requireOnce(file, items.stream().map(Scored::item).toList());
            items.removeIf(item -> item.score() <= 0);
            items.sort(Scored.RANKING);
            return new Popular(file.text("kind"), List.copyOf(items));
        }

        @Override
        public Stream<String> items() {
            return ranked.stream().map(Scored::item);
        }

        @Override
        public DenseModel dense(ItemIndex items) {
            return new DenseModel.Popular(this, items);
        }
    }

    /// Weights of items by items, from the files of [BundleFormat#WEIGHED].
    ///
    /// @param scoredBy for an item of a history the items it adds to, with the similarity
    record SimilarItems(String kind, Map<String, Map<String, Double>> scoredBy) implements ServerModel {
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
        public Stream<String> items() {
            return scoredBy.entrySet().stream()
                    .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().keySet().stream()));
        }

        @Override
        public DenseModel dense(ItemIndex items) {
            return new DenseModel.Similar(this, items);
        }
    }

    /// @throws BundleException `bundle.malformed` if an item is there twice
    static void requireOnce(Fields file, List<String> items) {
        Set<String> seen = new HashSet<>();
        for (String item : items) {
            if (!seen.add(item)) {
                throw file.malformed("the item \"" + item + "\" is there twice");
            }
        }
    }
}
