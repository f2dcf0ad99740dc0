package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.HybridTrainer.Part;
import app.attune.recommend.TopItems.Ranked;
import java.util.Arrays;
import java.util.List;

/// Finds how much each part of a hybrid counts, by what users took later.
///
/// Starts with 1 for every part; each in turn gets that of 0, 1/4, 1/2, 1, 2 and 4 with the highest mean NDCG@10 while
/// the others stay, the one it has among equals; three rounds at most, fewer once nothing changes. The largest is then
/// 1. Over at most 1,000
/// users evenly spaced. Sums run over users in order, so the result does not depend on the number of processors. Cost
/// per round O(users * parts * 6 * items).
/// Source: coordinate ascent on the measure itself: Metzler and Croft, "Linear feature-based models for information
/// retrieval", Information Retrieval 10(3), 2007, section 4.
final class StackedWeights {
    private static final double[] GRID = {0, 0.25, 0.5, 1, 2, 4};
    private static final int ROUNDS = 3;
    private static final int MOST_USERS = 1000;
    private static final int K = 10;

    private final List<Part> parts;
    private final Interactions earlier;
    private final TestSet later;
    private final int[] users;
    private final Progress progress;

    private StackedWeights(List<Part> parts, Interactions earlier, TestSet later, Progress progress) {
        this.parts = parts;
        this.earlier = earlier;
        this.later = later;
        this.users = HybridTrainer.spread(later.users(), MOST_USERS);
        this.progress = progress;
    }

    static double[] of(List<Part> parts, Interactions earlier, TestSet later, Progress progress) {
        return new StackedWeights(parts, earlier, later, progress).climb();
    }

    private double[] climb() {
        double[] weights = new double[parts.size()];
        Arrays.fill(weights, 1);
        boolean changes = true;
        for (int round = 0; round < ROUNDS && changes; round++) {
            changes = false;
            for (int part = 0; part < weights.length; part++) {
                double best = best(weights, part);
                changes |= best != weights[part];
                weights[part] = best;
            }
        }
        double most = Arrays.stream(weights).max().orElse(1);
        return Arrays.stream(weights)
                .map(weight -> most > 0 ? weight / most : weight)
                .toArray();
    }

    private double best(double[] weights, int part) {
        double[] means = ndcg(weights, part);
        int best = Arrays.binarySearch(GRID, weights[part]);
        for (int at = 0; at < GRID.length; at++) {
            best = means[at] > means[best] ? at : best;
        }
        return GRID[best];
    }

    /// Sums over the users for every weight of the grid that the part may have.
    private double[] ndcg(double[] weights, int part) {
        double[][] found = new double[users.length][GRID.length];
        Blocks.run(users.length, "Weighing parts", progress, (from, to) -> {
            double[] others = new double[earlier.items()];
            double[] own = new double[earlier.items()];
            for (int at = from; at < to && !progress.isCancelled(); at++) {
                int user = users[at];
                fill(others, own, later.rows()[user], weights, part);
                for (int value = 0; value < GRID.length; value++) {
                    int[] ranked = top(others, own, GRID[value]).positions();
                    found[at][value] = RankingMetrics.ndcg(ranked, later.relevant()[user], K);
                }
            }
        });
        double[] sums = new double[GRID.length];
        for (double[] one : found) {
            for (int value = 0; value < GRID.length; value++) {
                sums[value] += one[value];
            }
        }
        return sums;
    }

    /// The part's scores in `own`, and those of the others together; 0 in both for what the user had.
    private void fill(double[] others, double[] own, int row, double[] weights, int part) {
        Catalogue.IndexedHistory history = earlier.history(row);
        Arrays.fill(others, 0);
        for (int other = 0; other < weights.length; other++) {
            if (other != part) {
                add(others, own, parts.get(other), weights[other], history);
            }
        }
        double[] scores = scores(parts.get(part), history, own);
        for (int at = history.from(); at < history.to(); at++) {
            others[history.itemIdx()[at]] = 0;
            scores[history.itemIdx()[at]] = 0;
        }
    }

    private static void add(
            double[] sums, double[] scratch, Part part, double weight, Catalogue.IndexedHistory history) {
        double[] scores = scores(part, history, scratch);
        for (int item = 0; item < sums.length; item++) {
            sums[item] += weight * scores[item];
        }
    }

    private static double[] scores(Part part, Catalogue.IndexedHistory history, double[] scores) {
        Arrays.fill(scores, 0);
        part.model().score(history, scores);
        for (int item = 0; item < scores.length; item++) {
            scores[item] /= part.scale();
        }
        return scores;
    }

    private static Ranked top(double[] others, double[] own, double weight) {
        TopItems top = new TopItems(K);
        for (int item = 0; item < own.length; item++) {
            double score = others[item] + weight * own[item];
            if (score > 0) {
                top.offer(item, score);
            }
        }
        return top.drain();
    }
}
