package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import java.util.Arrays;

/// Fits a sparse linear model of items by items that rebuilds the interactions with weights of 0 and more.
///
/// For each item j with column a: the w >= 0 with w(j) = 0 that minimises |a - X w|^2 / 2 + l2 |w|^2 / 2 + l1 * sum of
/// w, by cyclic coordinate descent on the residual. Both penalties are multiplied by the mean square of the weights in
/// X,
/// so that they mean the same whatever an interaction weighs; where all weigh 1 that changes nothing. Only items that
/// share a user with j and whose product with a is
/// above l1 can have a weight; of those the `candidates` with the highest cosine are tried, all for 0. Items are fitted
/// apart from each other, candidates in ascending order, so the result does not depend on the number of processors.
/// Deterministic: the seed is only recorded. Cost per item O(sweeps * users of the candidates).
/// Sources: Ning and Karypis, "SLIM: Sparse Linear Methods for Top-N Recommender Systems", ICDM 2011, equation 3, and
/// its fsSLIM for the candidates; descent: Friedman, Hastie, Tibshirani, "Regularization Paths for Generalized Linear
/// Models via Coordinate Descent", JSS 33(1), 2010.
final class SlimTrainer {
    private static final double TOLERANCE = 1e-5;
    private static final int MOST_SWEEPS = 200;

    private SlimTrainer() {}

    static ItemItemModel train(Task task) {
        Interactions data = task.data();
        RecommenderOptions options = task.options();
        int items = data.items();
        SparseTable columns = data.columns();
        double[] norms = columns.norms();
        double scale = meanSquare(data);
        Penalty penalty = new Penalty(scale * options.amount("l1"), scale * options.amount("l2"));
        int limit = options.whole("candidates") == 0 ? items : options.whole("candidates");
        Ranked[] rows = new Ranked[items];
        Blocks.run(items, "Fitting items", task.progress(), (from, to) -> {
            Descent descent = new Descent(columns, norms, new double[data.users()], penalty, task.progress());
            SparseSum sums = new SparseSum(items);
            for (int item = from; item < to && !task.progress().isCancelled(); item++) {
                int[] candidates = candidates(data, columns, new Wanted(item, limit, penalty.l1), norms, sums);
                rows[item] = descent.fit(item, candidates);
            }
        });
        return ItemItemModel.of(task, ItemWeights.ofRows(rows));
    }

    private static double meanSquare(Interactions data) {
        double sum = 0;
        for (int at = 0; at < data.pairs(); at++) {
            sum += data.weight(at) * data.weight(at);
        }
        return sum / data.pairs();
    }

    private record Penalty(double l1, double l2) {}

    private record Wanted(int item, int limit, double above) {}

    /// Ascending.
    private static int[] candidates(
            Interactions data, SparseTable columns, Wanted wanted, double[] norms, SparseSum sums) {
        ItemKnnTrainer.together(data, columns, wanted.item(), sums);
        TopItems top = new TopItems(Math.min(wanted.limit(), data.items()));
        sums.drain((other, product) -> {
            if (other != wanted.item() && product > wanted.above()) {
                top.offer(other, product / norms[other]);
            }
        });
        int[] candidates = top.drain().positions();
        Arrays.sort(candidates);
        return candidates;
    }

    /// One thread's work.
    ///
    /// @param residual of the users, zeros between two items
    @SuppressWarnings("ArrayRecordComponent") // Working space, never compared.
    private record Descent(SparseTable columns, double[] norms, double[] residual, Penalty penalty, Progress progress) {
        /// What was found so far when cancelled.
        Ranked fit(int item, int[] candidates) {
            double[] weights = new double[candidates.length];
            add(item, 1);
            double enough = TOLERANCE * norms[item];
            for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
                if (sweep(candidates, weights, false) <= enough) {
                    break;
                }
                for (int inner = 0; inner < MOST_SWEEPS && sweep(candidates, weights, true) > enough; inner++) {
                    // What has a weight settles first; the others are asked again after that.
                }
            }
            clean(item, candidates);
            return above(candidates, weights);
        }

        /// The largest change of what a weight explains.
        private double sweep(int[] candidates, double[] weights, boolean onlyActive) {
            double largest = 0;
            for (int at = 0; at < candidates.length && !progress.isCancelled(); at++) {
                if (onlyActive && weights[at] == 0) {
                    continue;
                }
                int other = candidates[at];
                double square = norms[other] * norms[other];
                double explained = product(other) + weights[at] * square;
                double weight = Math.max(0, explained - penalty.l1) / (square + penalty.l2);
                if (weight != weights[at]) {
                    add(other, weights[at] - weight);
                    largest = Math.max(largest, Math.abs(weight - weights[at]) * norms[other]);
                    weights[at] = weight;
                }
            }
            return largest;
        }

        private double product(int item) {
            double sum = 0;
            for (int at = columns.from(item); at < columns.to(item); at++) {
                sum += columns.weight(at) * residual[columns.other(at)];
            }
            return sum;
        }

        private void add(int item, double amount) {
            for (int at = columns.from(item); at < columns.to(item); at++) {
                residual[columns.other(at)] += amount * columns.weight(at);
            }
        }

        private void clean(int item, int[] candidates) {
            zero(item);
            for (int candidate : candidates) {
                zero(candidate);
            }
        }

        private void zero(int item) {
            for (int at = columns.from(item); at < columns.to(item); at++) {
                residual[columns.other(at)] = 0;
            }
        }

        private static Ranked above(int[] candidates, double[] weights) {
            TopItems top = new TopItems(candidates.length);
            for (int at = 0; at < candidates.length; at++) {
                if (weights[at] > 0) {
                    top.offer(candidates[at], weights[at]);
                }
            }
            return top.drain();
        }
    }
}
