package app.attune.recommend;

import app.attune.recommend.Trainers.Task;
import java.util.Arrays;

/// Counts who took an item, or how often it was taken, where older interactions count less.
///
/// An interaction at time t counts 2^(-(T - t) / half-life), T the time of the last of all interactions; of users, only
/// their last one with the item counts. Sums run over users in the order of the frame. Cost O(n) for n interactions.
/// Deterministic: the seed is only recorded.
/// Source: exponential discounting as in Ding and Li, "Time Weight Collaborative Filtering", CIKM 2005, equation 3.
final class RecentPopularity {
    private static final double MILLIS_OF_DAY = 86_400_000;

    private RecentPopularity() {}

    static PopularityModel train(Task task) {
        task.progress().report("Counting items", 0, 1);
        task.progress().checkpoint();
        InteractionLog log = task.data().log();
        double halfLife = task.options().amount("half-life") * MILLIS_OF_DAY;
        boolean everyEvent = task.options().choice("count").equals("EVENTS");
        long last = Arrays.stream(log.times()).max().orElse(0);
        int[] positions = Baskets.positions(log, task.data().catalogue());
        double[] scores = new double[task.data().items()];
        int[] newest = new int[scores.length];
        Arrays.fill(newest, -1);
        for (int row = log.size() - 1; row >= 0; row--) {
            int item = positions[log.items()[row]];
            if (everyEvent || newest[item] != log.users()[row]) {
                scores[item] += StrictMath.pow(2, -(last - log.times()[row]) / halfLife);
            }
            newest[item] = log.users()[row];
        }
        return new PopularityModel(
                task.options().kind(), task.provenance(), PopularityModel.Counted.of(task.data()), scores);
    }
}
