package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.ItemKnnModel.Neighbours;
import app.attune.recommend.TopItems.Ranked;
import java.time.Clock;
import java.util.Arrays;

/// Finds each item's most similar items by the cosine of their columns with shrinkage.
///
/// similarity(j, i) = sum over users of weight(u, j) * weight(u, i) / (|j| * |i| + shrink), |j| the Euclidean norm of
/// column j over all users. Kept per item j: the k largest above 0 over i other than j; ties: smaller position.
/// Cost O(sum over users of (items of the user)^2), in parallel over items; sums run over users in the order of the
/// frame, so the result does not depend on the number of processors.
/// Source: Sarwar, Karypis, Konstan, Riedl, "Item-based Collaborative Filtering Recommendation Algorithms", WWW 2001;
/// shrinkage after Bell and Koren, "Improved Neighborhood-based Collaborative Filtering", KDD Cup 2007.
public final class ItemKnnTrainer {
    private final Clock clock;

    public ItemKnnTrainer(Clock clock) {
        this.clock = clock;
    }

    /// Deterministic: `seed` is only recorded.
    public ItemKnnModel train(Interactions data, ItemKnnOptions options, long seed, Progress progress) {
        int items = data.items();
        Columns columns = new Columns(data);
        Ranked[] rows = new Ranked[items];
        Blocks.run(items, "Comparing items", progress, (from, to) -> {
            Scratch scratch = new Scratch(items);
            for (int itemIdx = from; itemIdx < to; itemIdx++) {
                rows[itemIdx] = nearest(data, columns, itemIdx, options, scratch);
            }
        });
        return new ItemKnnModel(
                ModelProvenance.of(data, options, seed, clock), data.catalogue(), data.usersByItem(), neighbours(rows));
    }

    private static Ranked nearest(
            Interactions data, Columns columns, int itemIdx, ItemKnnOptions options, Scratch scratch) {
        for (int at = columns.offsets[itemIdx]; at < columns.offsets[itemIdx + 1]; at++) {
            double weight = columns.weights[at];
            int row = columns.rows[at];
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                scratch.add(data.item(cell), weight * data.weight(cell));
            }
        }
        TopItems top = new TopItems(options.neighbours());
        for (int i = 0; i < scratch.touched; i++) {
            int other = scratch.items[i];
            double dot = scratch.take(other);
            if (other != itemIdx) {
                top.offer(other, dot / (columns.norms[itemIdx] * columns.norms[other] + options.shrink()));
            }
        }
        scratch.touched = 0;
        return top.drain();
    }

    private static Neighbours neighbours(Ranked[] rows) {
        int[] offsets = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            offsets[row + 1] = offsets[row] + rows[row].size();
        }
        int[] itemIdx = new int[offsets[rows.length]];
        double[] similarities = new double[itemIdx.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row].positions(), 0, itemIdx, offsets[row], rows[row].size());
            System.arraycopy(rows[row].scores(), 0, similarities, offsets[row], rows[row].size());
        }
        return new Neighbours(offsets, itemIdx, similarities);
    }

    /// One dense accumulator, zeros outside `items[0..touched)`.
    private static final class Scratch {
        private final double[] sums;
        private final int[] items;
        private int touched;

        Scratch(int n) {
            sums = new double[n];
            items = new int[n];
        }

        void add(int item, double product) {
            if (sums[item] == 0) {
                items[touched++] = item;
            }
            sums[item] += product;
        }

        double take(int item) {
            double sum = sums[item];
            sums[item] = 0;
            return sum;
        }
    }

    /// The matrix by columns: users of an item in the order of the rows, their weights, and the columns' norms.
    private static final class Columns {
        private final int[] offsets;
        private final int[] rows;
        private final double[] weights;
        private final double[] norms;

        Columns(Interactions data) {
            offsets = new int[data.items() + 1];
            int[] users = data.usersByItem();
            for (int item = 0; item < users.length; item++) {
                offsets[item + 1] = offsets[item] + users[item];
            }
            rows = new int[data.pairs()];
            weights = new double[data.pairs()];
            norms = new double[data.items()];
            int[] next = Arrays.copyOf(offsets, data.items());
            for (int row = 0; row < data.users(); row++) {
                for (int cell = data.from(row); cell < data.to(row); cell++) {
                    int item = data.item(cell);
                    rows[next[item]] = row;
                    weights[next[item]++] = data.weight(cell);
                    norms[item] += data.weight(cell) * data.weight(cell);
                }
            }
            for (int item = 0; item < norms.length; item++) {
                norms[item] = Math.sqrt(norms[item]);
            }
        }
    }
}
