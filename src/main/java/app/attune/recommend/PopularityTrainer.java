package app.attune.recommend;

import app.attune.core.Progress;
import java.time.Clock;

/// Counts how popular each item is.
public final class PopularityTrainer {
    private final Clock clock;

    public PopularityTrainer(Clock clock) {
        this.clock = clock;
    }

    /// Deterministic: `seed` is only recorded. Cost O(pairs).
    public PopularityModel train(Interactions data, PopularityOptions options, long seed, Progress progress) {
        progress.report("Counting items", 0, 1);
        progress.checkpoint();
        int[] users = data.usersByItem();
        int[] counts = options.count() == PopularityOptions.Count.USERS ? users : data.eventsByItem();
        return new PopularityModel(ModelProvenance.of(data, options, seed, clock), data.catalogue(), users, counts);
    }
}
