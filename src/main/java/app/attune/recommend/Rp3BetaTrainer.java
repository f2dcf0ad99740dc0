package app.attune.recommend;

import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import java.util.Arrays;

/// Finds the items that a random walk of three steps reaches from an item: to a user, to an item of theirs, with
/// popular items held back.
///
/// From item i to item j: (sum over users u of P(u | i)^alpha * P(j | u)^alpha) / users(j)^beta, where P(u | i) is the
/// pair's share of the item's weights and P(j | u) its share of the user's. Kept per item i: the `neighbours` largest
/// over j other than i; ties: smaller position. Cost and determinism as [ItemKnnTrainer].
/// Source: Paudel, Christoffel, Newell, Bernstein, "Updatable, Accurate, Diverse, and Scalable Recommendations for
/// Interactive Applications", ACM TiiS 7(1), 2016.
final class Rp3BetaTrainer {
    private Rp3BetaTrainer() {}

    static ItemItemModel train(Task task) {
        Interactions data = task.data();
        int items = data.items();
        int kept = task.options().whole("neighbours");
        Walk walk = new Walk(data, data.columns(), task.options().amount("alpha"));
        double[] penalty = penalties(data, task.options().amount("beta"));
        Ranked[] rows = new Ranked[items];
        Blocks.run(items, "Walking between items", task.progress(), (from, to) -> {
            SparseSum sums = new SparseSum(items);
            for (int item = from; item < to; item++) {
                int self = item;
                walk.from(item, sums);
                TopItems top = new TopItems(kept);
                sums.drain((other, walked) -> {
                    if (other != self) {
                        top.offer(other, walked / penalty[other]);
                    }
                });
                rows[item] = top.drain();
            }
        });
        return ItemItemModel.of(task, ItemWeights.ofRows(rows).transposed());
    }

    /// Walks to a user and on to an item, without what holds popular items back.
    private static final class Walk {
        private final Interactions data;
        private final SparseTable columns;
        private final double alpha;
        private final double[] steps;

        Walk(Interactions data, SparseTable columns, double alpha) {
            this.data = data;
            this.columns = columns;
            this.alpha = alpha;
            this.steps = steps(data, alpha);
        }

        void from(int item, SparseSum sums) {
            double ofItem = itemSum(columns, item);
            for (int at = columns.from(item); at < columns.to(item); at++) {
                int row = columns.other(at);
                double there = Math.pow(columns.weight(at) / ofItem, alpha);
                for (int cell = data.from(row); cell < data.to(row); cell++) {
                    sums.add(data.item(cell), there * steps[cell]);
                }
            }
        }
    }

    private static double itemSum(SparseTable columns, int item) {
        double sum = 0;
        for (int at = columns.from(item); at < columns.to(item); at++) {
            sum += columns.weight(at);
        }
        return sum;
    }

    /// P(j | u)^alpha of every pair.
    private static double[] steps(Interactions data, double alpha) {
        double[] steps = new double[data.pairs()];
        for (int row = 0; row < data.users(); row++) {
            double sum = 0;
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                sum += data.weight(cell);
            }
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                steps[cell] = Math.pow(data.weight(cell) / sum, alpha);
            }
        }
        return steps;
    }

    private static double[] penalties(Interactions data, double beta) {
        return Arrays.stream(data.usersByItem())
                .mapToDouble(users -> Math.pow(users, beta))
                .toArray();
    }
}
