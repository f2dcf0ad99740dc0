package app.attune.recommend;

import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Finds the items that are in one basket with an item more often than by chance.
///
/// A pair counts if at least `min-support` baskets have both and its lift is above 1. Kept per item: the `neighbours`
/// items that score highest by the measure chosen (log-likelihood ratio, lift or confidence); ties: smaller position.
/// Cost O(sum over baskets of (items of the basket)^2), in parallel over items; whole numbers are counted, so the
/// result does not depend on the number of processors. Deterministic: the seed is only recorded.
/// Sources: Agrawal, Imielinski, Swami, "Mining Association Rules between Sets of Items in Large Databases", SIGMOD
/// 1993 (support, confidence); those of [Together].
final class ComplementTrainer {
    private ComplementTrainer() {}

    static ComplementModel train(Task task) {
        RecommenderOptions options = task.options();
        InteractionLog log = task.data().log();
        Catalogue catalogue = task.data().catalogue();
        ItemSets baskets =
                Baskets.of(log, Baskets.By.valueOf(options.choice("basket"))).items(log, catalogue);
        Pairs pairs = new Pairs(
                baskets, baskets.turned(catalogue.size()), baskets.counts(catalogue.size()), measure(options));
        Ranked[] rows = new Ranked[catalogue.size()];
        double[][] both = new double[catalogue.size()][];
        int least = options.whole("min-support");
        int kept = options.whole("neighbours");
        Blocks.run(catalogue.size(), "Counting baskets", task.progress(), (from, to) -> {
            SparseSum sums = new SparseSum(catalogue.size());
            int[] counts = new int[catalogue.size()];
            for (int item = from; item < to; item++) {
                rows[item] = pairs.strongest(item, sums, counts, new Least(least, kept));
                both[item] = counted(rows[item], counts);
            }
        });
        ItemWeights bySource = ItemWeights.ofRows(rows);
        return ComplementModel.of(
                task, bySource, new ComplementModel.Counts(baskets.size(), pairs.ofItem(), flat(both)));
    }

    /// @param baskets that have both at least
    /// @param kept    pairs of an item at most
    private record Least(int baskets, int kept) {}

    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    private record Pairs(ItemSets baskets, ItemSets byItem, int[] ofItem, ToDoubleFunction<Together> measure) {
        /// Leaves in `counts` the baskets with both of those it gives.
        Ranked strongest(int item, SparseSum sums, int[] counts, Least least) {
            for (int at = byItem.offsets()[item]; at < byItem.offsets()[item + 1]; at++) {
                int basket = byItem.items()[at];
                for (int cell = baskets.offsets()[basket]; cell < baskets.offsets()[basket + 1]; cell++) {
                    sums.add(baskets.items()[cell], 1);
                }
            }
            TopItems top = new TopItems(least.kept());
            sums.drain((other, count) -> {
                Together together = new Together((int) count, ofItem[item], ofItem[other], baskets.size());
                if (other != item && count >= least.baskets() && isMoreThanChance(together)) {
                    counts[other] = together.both();
                    top.offer(other, measure.applyAsDouble(together));
                }
            });
            return top.drain();
        }

        private static boolean isMoreThanChance(Together pair) {
            return (long) pair.both() * pair.baskets() > (long) pair.ofThis() * pair.ofOther();
        }
    }

    private static double[] counted(Ranked row, int[] counts) {
        double[] both = new double[row.size()];
        for (int at = 0; at < both.length; at++) {
            both[at] = counts[row.positions()[at]];
        }
        return both;
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static ToDoubleFunction<Together> measure(RecommenderOptions options) {
        return switch (options.choice("measure")) {
            case "LIFT" -> Together::lift;
            case "CONFIDENCE" -> Together::confidence;
            case "LOG_LIKELIHOOD" -> Together::logLikelihoodRatio;
            default ->
                throw new IllegalArgumentException(
                        "There is no measure " + options.choice("measure").toLowerCase(Locale.ROOT));
        };
    }
}
