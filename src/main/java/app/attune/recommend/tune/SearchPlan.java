package app.attune.recommend.tune;

import app.attune.core.Require;

/// Which settings are tried, and how they are chosen.
///
/// @param trials settings at most; of [Strategy#HALVING] those that begin on the fewest users
/// @param seed   of everything that is drawn
public record SearchPlan(SearchSpace space, Strategy strategy, int trials, long seed) {
    /// More are not tried in one search.
    public static final int MOST = 10_000;

    public SearchPlan {
        Require.that(trials >= 1 && trials <= MOST, "A search has 1 to 10,000 trials, not " + trials);
    }

    /// The same with another number of trials.
    ///
    /// @throws IllegalArgumentException for [Strategy#HALVING], whose steps depend on it
    SearchPlan withTrials(int others) {
        Require.that(
                strategy != Strategy.HALVING || others == trials,
                "Successive halving began with " + trials + " trials and goes on with them");
        return new SearchPlan(space, strategy, others, seed);
    }
}
