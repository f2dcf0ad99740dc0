package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds each item's most similar items by what they are like ([ItemTraits]), whoever took them.
///
/// similarity(j, i) is the cosine of the traits of items j and i. Kept per item j: the `neighbours` largest above 0
/// over
/// i other than j; ties: more users, then smaller position. An item that nobody took yet is recommended to those who
/// took
/// items like it. Attributes are those known now, in a measurement too. Cost O(sum over traits of (items with it)^2),
/// in
/// parallel over items; deterministic: the seed is only recorded.
/// Source: Lops, de Gemmis, Semeraro, "Content-based Recommender Systems: State of the Art and Trends", Recommender
/// Systems Handbook, 2011, section 3.3.1.
final class ContentTrainer {
    private ContentTrainer() {}

    static ItemItemModel train(Task task) {
        Interactions data = task.data();
        task.progress().report("Reading what items are like", 0, data.items());
        ItemTraits traits = ItemTraits.of(data.log().frame(), task.progress());
        if (traits.isEmpty()) {
            throw nothingKnown();
        }
        SparseTable items = traits.rows(data.catalogue(), task.options().amount("word-weight"));
        SparseTable having = items.turned(traits.traits());
        int[] order = byUsers(data);
        int[] places = places(order);
        Ranked[] rows = new Ranked[items.rows()];
        Blocks.run(items.rows(), "Comparing items", task.progress(), (from, to) -> {
            SparseSum sums = new SparseSum(items.rows());
            for (int item = from; item < to && !task.progress().isCancelled(); item++) {
                int self = item;
                compare(items, having, item, sums);
                TopItems top = new TopItems(task.options().whole("neighbours"));
                sums.drain((other, cosine) -> {
                    if (other != self) {
                        top.offer(places[other], cosine);
                    }
                });
                rows[item] = items(top.drain(), order);
            }
        });
        return ItemItemModel.of(task, ItemWeights.ofRows(rows));
    }

    private static ProblemException nothingKnown() {
        return ProblemException.of(
                "recommend.no-attributes",
                "Nothing is known of the items that any two of them share: no attribute and no word of a name.",
                "Import a file of items with their attributes, or choose another algorithm.");
    }

    /// Adds the products of an item's traits with those of every item that has them, trait by trait.
    private static void compare(SparseTable items, SparseTable having, int item, SparseSum sums) {
        for (int at = items.from(item); at < items.to(item); at++) {
            double weight = items.weight(at);
            int trait = items.other(at);
            for (int place = having.from(trait); weight > 0 && place < having.to(trait); place++) {
                if (having.weight(place) > 0) {
                    sums.add(having.other(place), weight * having.weight(place));
                }
            }
        }
    }

    private static int[] byUsers(Interactions data) {
        int[] users = data.usersByItem();
        return IntStream.range(0, users.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> users[item]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] places(int[] order) {
        int[] places = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            places[order[at]] = at;
        }
        return places;
    }

    private static Ranked items(Ranked ranked, int[] order) {
        int[] items = Arrays.stream(ranked.positions()).map(at -> order[at]).toArray();
        return new Ranked(items, ranked.scores());
    }
}
