package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import app.attune.recommend.algebra.Inverse;
import app.attune.recommend.algebra.Kernels;
import java.util.Locale;

/// Fits the linear model of items by items that rebuilds the interactions best without an item explaining itself.
///
/// With G = X'X + lambda I and P its inverse, the weight of history item i for item j is -P(i, j) / P(j, j). Kept per
/// item j: the `neighbours` weights furthest from 0, all of them for 0; ties: smaller position. One array of items x
/// items floats and n^3 / 2 products. Deterministic: the seed is only recorded.
/// Source: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019, equations 7 and 8.
final class EaseTrainer {
    /// Items whose square is still the length of an array.
    private static final int MOST_ITEMS = 46_340;

    private static final double GIGA = 1 << 30;

    private EaseTrainer() {}

    /// @throws ProblemException `recommend.too-large`
    static ItemItemModel train(Task task) {
        Interactions data = task.data();
        int items = data.items();
        requireMemory(items);
        float[] gram = gram(task);
        Inverse.invert(Kernels.best(), gram, items, done -> {
            task.progress().report("Solving for items", done, items);
            task.progress().checkpoint();
        });
        int all = items - 1;
        int kept =
                task.options().whole("neighbours") == 0 ? all : task.options().whole("neighbours");
        Ranked[] rows = new Ranked[items];
        Blocks.run(items, "Keeping the strongest", task.progress(), (from, to) -> {
            for (int item = from; item < to; item++) {
                rows[item] = strongest(gram, items, item, Math.min(kept, all));
            }
        });
        return ItemItemModel.of(task, ItemWeights.ofRows(rows));
    }

    /// X'X with lambda on its diagonal: the upper triangle.
    private static float[] gram(Task task) {
        Interactions data = task.data();
        int items = data.items();
        float[] gram = new float[items * items];
        float lambda = (float) task.options().amount("lambda");
        SparseTable columns = data.columns();
        Blocks.run(items, "Counting pairs", task.progress(), (from, to) -> {
            for (int item = from; item < to; item++) {
                int start = item * items;
                for (int at = columns.from(item); at < columns.to(item); at++) {
                    float weight = (float) columns.weight(at);
                    int row = columns.other(at);
                    for (int cell = data.to(row) - 1; cell >= data.from(row) && data.item(cell) >= item; cell--) {
                        gram[start + data.item(cell)] += weight * (float) data.weight(cell);
                    }
                }
                gram[start + item] += lambda;
            }
        });
        return gram;
    }

    private static Ranked strongest(float[] inverse, int items, int item, int kept) {
        TopItems top = new TopItems(kept);
        int start = item * items;
        double diagonal = inverse[start + item];
        for (int other = 0; other < items; other++) {
            double weight = -inverse[start + other] / diagonal;
            if (other != item && weight != 0) {
                top.offer(other, Math.abs(weight));
            }
        }
        Ranked ranked = top.drain();
        for (int at = 0; at < ranked.size(); at++) {
            ranked.scores()[at] = -inverse[start + ranked.positions()[at]] / diagonal;
        }
        return ranked;
    }

    private static void requireMemory(int items) {
        Runtime runtime = Runtime.getRuntime();
        double free = (double) runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        double needed = 1.1 * Float.BYTES * items * items;
        if (items > MOST_ITEMS || needed > free) {
            throw ProblemException.of(
                    "recommend.too-large",
                    String.format(
                            Locale.ROOT,
                            "EASE on %,d items needs %.1f GB of memory; %.1f GB are free.",
                            items,
                            needed / GIGA,
                            free / GIGA),
                    "Train RP3beta or iALS instead, or count fewer event types so that fewer items are left.");
        }
    }
}
