package app.attune.recommend.tune;

import app.attune.recommend.RecommenderOptions;
import app.attune.stats.Interval;
import java.util.Comparator;
import java.util.Optional;

/// Settings that were tried, and what came of them.
///
/// @param number  from 1, in the order they were tried
/// @param share   of the users of the training part that were learned from, above 0 and at most 1
/// @param seconds that training and judging took
public record Trial(int number, RecommenderOptions options, double share, Outcome outcome, double seconds) {
    /// Better ones first, those without a score last; among equals the earlier.
    static final Comparator<Trial> BEST_FIRST =
            Comparator.comparingDouble(Trial::estimate).reversed().thenComparingInt(Trial::number);

    /// What came of a trial.
    public sealed interface Outcome {}

    /// It was judged on the validation users.
    ///
    /// @param score mean over the validation users with its bootstrap interval
    public record Scored(Interval score) implements Outcome {}

    /// It could not be trained.
    ///
    /// @param code   of the problem
    /// @param reason a sentence
    public record Failed(String code, String reason) implements Outcome {}

    /// Empty if it failed.
    public Optional<Interval> score() {
        return outcome instanceof Scored scored ? Optional.of(scored.score()) : Optional.empty();
    }

    /// The score as a number, minus infinity if it failed.
    double estimate() {
        return score().map(Interval::estimate).orElse(Double.NEGATIVE_INFINITY);
    }

    /// Whether it learned from all users of the training part.
    public boolean isWhole() {
        return share == 1;
    }
}
