package app.attune.recommend.tune;

import app.attune.core.Seeds;
import app.attune.recommend.RecommenderOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// [Strategy#TPE]: a tree-structured Parzen estimator, here without a tree, since no setting hangs on another.
///
/// The first [#BEGINNING] trials are drawn evenly. Then the best 15 % of the trials make one density for each axis,
/// all others (those that failed among them) another; of [#CANDIDATES] places drawn from the first, the one is taken
/// where the first is largest against the second, which maximises the expected improvement.
/// Cost O(candidates * trials) an axis.
/// Source: Bergstra, Bardenet, Bengio, Kégl, "Algorithms for Hyper-Parameter Optimization", NIPS 2011, section 4.
record Tpe(SearchPlan plan) implements Searcher {
    static final int BEGINNING = 10;
    static final int CANDIDATES = 24;

    private static final double BEST = 0.15;
    private static final int ATTEMPTS = 20;

    @Override
    public Optional<Proposal> next(List<Trial> past) {
        if (past.size() >= plan.trials()) {
            return Optional.empty();
        }
        Optional<RecommenderOptions> found = past.size() < BEGINNING ? Optional.empty() : promising(past);
        return found.or(() -> new Draws(plan).next(past)).map(options -> new Proposal(options, 1));
    }

    private Optional<RecommenderOptions> promising(List<Trial> past) {
        List<Trial> ranked = past.stream().sorted(Trial.BEST_FIRST).toList();
        int best = (int) Math.ceil(BEST * ranked.size());
        double[][] good = places(ranked.subList(0, best));
        double[][] bad = places(ranked.subList(best, ranked.size()));
        Set<RecommenderOptions> tried = Draws.tried(past);
        SplittableRandom random = Seeds.stream(plan.seed(), "tpe " + (past.size() + 1));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            RecommenderOptions options = plan.space().at(best(good, bad, random));
            if (!tried.contains(options)) {
                return Optional.of(options);
            }
        }
        return Optional.empty();
    }

    private double[] best(double[][] good, double[][] bad, SplittableRandom random) {
        List<Axis> axes = plan.space().axes();
        double[] places = new double[axes.size()];
        for (int axis = 0; axis < places.length; axis++) {
            Parzen likely = Parzen.of(axes.get(axis), good[axis]);
            Parzen unlikely = Parzen.of(axes.get(axis), bad[axis]);
            double highest = Double.NEGATIVE_INFINITY;
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                double place = likely.draw(random);
                double ratio = likely.density(place) / unlikely.density(place);
                if (ratio > highest) {
                    highest = ratio;
                    places[axis] = place;
                }
            }
        }
        return places;
    }

    /// By axis, then by trial.
    private double[][] places(List<Trial> trials) {
        double[][] places = new double[plan.space().axes().size()][trials.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            double[] of = plan.space().places(trials.get(trial).options());
            for (int axis = 0; axis < of.length; axis++) {
                places[axis][trial] = of[axis];
            }
        }
        return places;
    }
}
