package app.attune.recommend.tune;

import app.attune.core.Seeds;
import app.attune.recommend.RecommenderOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Settings drawn evenly over a space, each trial from a stream of its own; the first are those that are usual.
final class Draws {
    private static final int ATTEMPTS = 500;

    private final SearchSpace space;
    private final long seed;

    Draws(SearchPlan plan) {
        this.space = plan.space();
        this.seed = plan.seed();
    }

    /// Settings that were not tried yet; empty if so many draws found none.
    Optional<RecommenderOptions> next(List<Trial> past) {
        if (past.isEmpty()) {
            return Optional.of(space.usual());
        }
        Set<RecommenderOptions> tried = tried(past);
        SplittableRandom random = Seeds.stream(seed, "trial " + (past.size() + 1));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] places = random.doubles(space.axes().size()).toArray();
            RecommenderOptions drawn = space.at(places);
            if (!tried.contains(drawn)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    static Set<RecommenderOptions> tried(List<Trial> past) {
        return past.stream().map(Trial::options).collect(Collectors.toSet());
    }
}
