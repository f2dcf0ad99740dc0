package app.attune.recommend;

import app.attune.recommend.Trainers.Task;
import java.util.Arrays;

/// Counts who took an item, or how often it was taken, where older interactions count less.
///
/// An interaction counts by its age at the last of all interactions ([Decay]); of users, only their last one with the
/// item counts. Sums run from the last user of the frame to the first. Cost O(n) for n interactions. Deterministic: the
/// seed is only recorded.
final class RecentPopularity {
    private RecentPopularity() {}

    static PopularityModel train(Task task) {
        task.progress().report("Counting items", 0, 1);
        task.progress().checkpoint();
        InteractionLog log = task.data().log();
        Decay decay = Decay.halfLife(task.options().amount("half-life"));
        boolean everyEvent = task.options().choice("count").equals("EVENTS");
        long last = Arrays.stream(log.times()).max().orElse(0);
        int[] positions = Baskets.positions(log, task.data().catalogue());
        double[] scores = new double[task.data().items()];
        int[] newest = new int[scores.length];
        Arrays.fill(newest, -1);
        for (int row = log.size() - 1; row >= 0; row--) {
            int item = positions[log.items()[row]];
            if (everyEvent || newest[item] != log.users()[row]) {
                scores[item] += decay.of(log.times()[row], last);
            }
            newest[item] = log.users()[row];
        }
        return new PopularityModel(
                task.options().kind(), task.provenance(), PopularityModel.Counted.of(task.data()), scores);
    }
}
