package app.attune.recommend;

import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;

/// Finds each item's most similar items by the cosine of their columns with shrinkage.
///
/// similarity(j, i) = sum over users of weight(u, j) * weight(u, i) / (|j| * |i| + shrink), |j| the Euclidean norm of
/// column j over all users; the weights are those of the data or what [Weighting] makes of them. Kept per item j: the
/// `neighbours` largest above 0 over i other than j; ties: smaller
/// position. Cost O(sum over users of (items of the user)^2), in parallel over items; sums run over users in the order
/// of the frame, so the result does not depend on the number of processors. Deterministic: the seed is only recorded.
/// Source: Sarwar, Karypis, Konstan, Riedl, "Item-based Collaborative Filtering Recommendation Algorithms", WWW 2001;
/// shrinkage after Bell and Koren, "Improved Neighborhood-based Collaborative Filtering", KDD Cup 2007.
final class ItemKnnTrainer {
    private ItemKnnTrainer() {}

    static ItemItemModel train(Task task) {
        Interactions data =
                Weighting.valueOf(task.options().choice("weighting")).of(task.data());
        int items = data.items();
        int kept = task.options().whole("neighbours");
        double shrink = task.options().amount("shrink");
        SparseTable columns = data.columns();
        double[] norms = columns.norms();
        Ranked[] rows = new Ranked[items];
        Blocks.run(items, "Comparing items", task.progress(), (from, to) -> {
            SparseSum sums = new SparseSum(items);
            for (int item = from; item < to; item++) {
                int self = item;
                double norm = norms[item];
                together(data, columns, item, sums);
                TopItems top = new TopItems(kept);
                sums.drain((other, dot) -> {
                    if (other != self) {
                        top.offer(other, dot / (norm * norms[other] + shrink));
                    }
                });
                rows[item] = top.drain();
            }
        });
        return ItemItemModel.of(task, ItemWeights.ofRows(rows));
    }

    /// The products of the item's weights with every other item's, user by user.
    static void together(Interactions data, SparseTable columns, int item, SparseSum sums) {
        for (int at = columns.from(item); at < columns.to(item); at++) {
            double weight = columns.weight(at);
            int row = columns.other(at);
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                sums.add(data.item(cell), weight * data.weight(cell));
            }
        }
    }
}
