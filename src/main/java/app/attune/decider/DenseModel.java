package app.attune.decider;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model of a bundle over numbered items; shared by all threads and never changed.
sealed interface DenseModel permits DenseModel.Empty, DenseModel.Popular, DenseModel.Similar, DenseFactors {
    /// Its kind, as decisions name it.
    Optional<String> kind();

    /// Scores the candidates of a sheet.
    void score(Sheet sheet);

    /// The items of the history that a score rests on, strongest first.
    List<String> evidence(Sheet sheet, int item);

    /// Nothing is recommended.
    record Empty() implements DenseModel {
        @Override
        public Optional<String> kind() {
            return Optional.empty();
        }

        @Override
        public void score(Sheet sheet) {
            sheet.scoreNothing();
        }

        @Override
        public List<String> evidence(Sheet sheet, int item) {
            return List.of();
        }
    }

    /// The same scores for everybody.
    final class Popular implements DenseModel {
        private final Optional<String> kind;
        private final int[] ranked;
        private final double[] scores;

        Popular(ServerModel.Popular model, ItemIndex items) {
            kind = Optional.of(model.kind());
            ranked = new int[model.ranked().size()];
            scores = new double[items.size()];
            for (int place = 0; place < ranked.length; place++) {
                ServerModel.Scored scored = model.ranked().get(place);
                ranked[place] = items.find(scored.item());
                scores[ranked[place]] = scored.score();
            }
        }

        @Override
        public Optional<String> kind() {
            return kind;
        }

        @Override
        public void score(Sheet sheet) {
            sheet.scoreAlike(ranked, scores);
        }

        @Override
        public List<String> evidence(Sheet sheet, int item) {
            return List.of();
        }
    }

    /// The score of an item is the sum over the items of the history of weight * similarity, started at 0 and added in
    /// ranking order.
    final class Similar implements DenseModel {
        private final Optional<String> kind;
        private final ItemIndex items;
        private final int[][] targets;
        private final double[][] similarities;

        Similar(ServerModel.SimilarItems model, ItemIndex items) {
            this.kind = Optional.of(model.kind());
            this.items = items;
            this.targets = new int[items.size()][0];
            this.similarities = new double[items.size()][0];
            model.scoredBy().forEach((source, scored) -> put(items.find(source), scored));
        }

        private void put(int source, Map<String, Double> scored) {
            int[] sorted =
                    scored.keySet().stream().mapToInt(items::find).sorted().toArray();
            targets[source] = sorted;
            similarities[source] = Arrays.stream(sorted)
                    .mapToDouble(item -> scored.getOrDefault(items.name(item), 0.0))
                    .toArray();
        }

        @Override
        public Optional<String> kind() {
            return kind;
        }

        @Override
        public void score(Sheet sheet) {
            sheet.scoreNothing();
            for (int i = 0; i < sheet.historySize(); i++) {
                int source = sheet.history(i);
                double weight = sheet.weight(source);
                int[] scored = targets[source];
                double[] similar = similarities[source];
                for (int k = 0; k < scored.length; k++) {
                    sheet.add(scored[k], weight * similar[k]);
                }
            }
        }

        @Override
        public List<String> evidence(Sheet sheet, int item) {
            Evidence strongest = sheet.evidence;
            strongest.clear();
            for (int i = 0; i < sheet.historySize(); i++) {
                int source = sheet.history(i);
                int found = Arrays.binarySearch(targets[source], item);
                if (found >= 0 && similarities[source][found] > 0) {
                    strongest.offer(source, sheet.weight(source) * similarities[source][found]);
                }
            }
            return strongest.names(items);
        }
    }
}
