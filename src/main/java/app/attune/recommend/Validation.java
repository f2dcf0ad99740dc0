package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.stats.Bootstrap;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;

/// Judges settings on the last interactions of the training part, so that they are chosen without the test part.
///
/// Settings learn from the first 80 % of the training part's interactions and are asked for what the same users took
/// in the last 20 % ([TemporalSplit] twice). No interaction from the split on is read.
/// Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 2nd edition, 2009, section 7.2 (three
/// parts: train, validate, test).
public final class Validation {
    /// Share of the training part's interactions that judge.
    public static final double SHARE = 0.2;

    private final TemporalSplit parts;
    private final Interactions train;
    private final TestSet later;
    private final Evaluator evaluator;
    private final Instant testFrom;
    private final long seed;
    private final Clock clock;

    private Validation(TemporalSplit whole, long seed, Clock clock, Progress progress) {
        this.parts = TemporalSplit.of(whole.train(), new SplitPoint.Share(1 - SHARE));
        this.train = Interactions.of(parts.train(), progress);
        this.later = TestSet.of(train, parts.test());
        this.evaluator = Evaluator.ofAccuracy(train, later);
        this.testFrom = whole.leakage().firstTest();
        this.seed = seed;
        this.clock = clock;
    }

    /// @throws ProblemException `tune.too-few-users`
    static Validation of(TemporalSplit whole, long seed, Clock clock, Progress progress) {
        Validation validation = new Validation(whole, seed, clock, progress);
        int users = validation.later.users();
        if (users < RecommendService.LEAST_TEST_USERS) {
            throw ProblemException.of(
                    "tune.too-few-users",
                    "Too few: " + users + " users took something new in the last fifth of the training part; choosing"
                            + " settings needs at least " + RecommendService.LEAST_TEST_USERS + ".",
                    "Split later, count more event types, or import more data.");
        }
        return validation;
    }

    /// What learns and what judges; its test users are the ones that judge.
    public SplitFacts facts() {
        return SplitFacts.of(Parts.of(parts), later);
    }

    /// The first interaction of the test part.
    public Instant testFrom() {
        return testFrom;
    }

    /// The mean of a measure over the users who judge, with its bootstrap interval.
    ///
    /// @param share of the users that are learned from, above 0 and at most 1: those of a smaller share are among those
    ///              of a larger one
    /// @throws ProblemException if the options cannot be trained on this data
    public Interval score(RecommenderOptions options, double share, Criterion by, Progress progress) {
        Trainers.check(options);
        Interactions data = share == 1 ? train : Interactions.of(some(share), progress);
        if (data.users() == 0) {
            throw ProblemException.of(
                    "tune.nobody-drawn",
                    "Nobody is among the users drawn to learn from.",
                    "Search at random or by TPE, which learn from all users.");
        }
        CatalogueModel model = Trainers.train(data, options, seed, clock, progress);
        UserScores scores = evaluator.evaluate(model, progress);
        return Bootstrap.mean(by.of(scores), BootstrapOptions.of(seed), progress);
    }

    private InteractionLog some(double share) {
        InteractionLog log = parts.train();
        BitSet kept = new BitSet(log.size());
        int user = -1;
        boolean drawn = false;
        for (int row = 0; row < log.size(); row++) {
            if (log.users()[row] != user) {
                user = log.users()[row];
                drawn = Seeds.stream(seed, "user " + log.user(row).value()).nextDouble() < share;
            }
            kept.set(row, drawn);
        }
        return log.only(kept);
    }
}
