package app.attune.recommend;

import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import java.util.Arrays;

/// Counts which items come right after an item: a Markov chain of the first order over items.
///
/// Interactions of one user in one part (session, day, or all) are taken by time; items at one and the same time have
/// no order and make one step. From item i to item j: (sum over the steps with i that another step follows of 1 / items
/// of the next step if it has j, else 0) / (steps with i that another follows + shrink). Kept per item i: the
/// `neighbours` largest over j other than i; ties: smaller position. Cost O(sum over steps of items * items of the
/// next), in parallel over items; sums run over steps in order, so the result does not depend on the number of
/// processors. Deterministic: the seed is only recorded.
/// Source: Rendle, Freudenthaler, Schmidt-Thieme, "Factorizing Personalized Markov Chains for Next-Basket
/// Recommendation", WWW 2010, section 4.1 (a chain over sets), for one user type; shrinkage as in [ItemKnnTrainer].
final class MarkovTrainer {
    private MarkovTrainer() {}

    static ItemItemModel train(Task task) {
        RecommenderOptions options = task.options();
        int items = task.data().items();
        Baskets parts = Baskets.of(task.data().log(), Baskets.By.valueOf(options.choice("sequence")));
        Steps steps = Steps.of(parts, task.data());
        ItemSets byItem = steps.sets().turned(items);
        double shrink = options.amount("shrink");
        int kept = options.whole("neighbours");
        Ranked[] rows = new Ranked[items];
        Blocks.run(items, "Following sequences", task.progress(), (from, to) -> {
            SparseSum sums = new SparseSum(items);
            for (int item = from; item < to; item++) {
                int self = item;
                double all = steps.after(item, byItem, sums) + shrink;
                TopItems top = new TopItems(kept);
                sums.drain((other, count) -> {
                    if (other != self) {
                        top.offer(other, count / all);
                    }
                });
                rows[item] = top.drain();
            }
        });
        return ItemItemModel.of(task, ItemWeights.ofRows(rows).transposed());
    }

    /// @param sets    the items of each step
    /// @param isEnded whether no other step of its part follows
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    private record Steps(ItemSets sets, boolean[] isEnded) {
        static Steps of(Baskets parts, Interactions data) {
            InteractionLog log = data.log();
            int[] offsets = new int[log.size() + 1];
            boolean[] isEnded = new boolean[log.size()];
            int steps = 0;
            for (int part = 0; part < parts.size(); part++) {
                for (int at = parts.offsets()[part]; at < parts.offsets()[part + 1]; at++) {
                    boolean opens = at == parts.offsets()[part] || time(log, parts, at) != time(log, parts, at - 1);
                    steps += opens ? 1 : 0;
                    offsets[steps] = at + 1;
                }
                isEnded[steps - 1] = true;
            }
            Baskets split = new Baskets(Arrays.copyOf(offsets, steps + 1), parts.rows());
            return new Steps(split.items(log, data.catalogue()), Arrays.copyOf(isEnded, steps));
        }

        private static long time(InteractionLog log, Baskets parts, int at) {
            return log.times()[parts.rows()[at]];
        }

        /// Adds what comes after an item; gives how often something did.
        int after(int item, ItemSets byItem, SparseSum sums) {
            int followed = 0;
            for (int at = byItem.offsets()[item]; at < byItem.offsets()[item + 1]; at++) {
                int step = byItem.items()[at];
                if (isEnded[step]) {
                    continue;
                }
                followed++;
                int from = sets.offsets()[step + 1];
                int to = sets.offsets()[step + 2];
                for (int next = from; next < to; next++) {
                    sums.add(sets.items()[next], 1.0 / (to - from));
                }
            }
            return followed;
        }
    }
}
