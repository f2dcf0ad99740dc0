package app.attune.recommend.tune;

import app.attune.recommend.Algorithm;
import app.attune.recommend.tune.Searcher.Proposal;
import app.attune.recommend.tune.Trial.Failed;
import app.attune.recommend.tune.Trial.Outcome;
import app.attune.recommend.tune.Trial.Scored;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A search whose scores come from a formula instead of a recommender.
final class Planted {
    static final SearchSpace IALS = SearchSpace.of(Algorithm.IALS);

    private Planted() {}

    static SearchPlan plan(Strategy strategy, int trials, long seed) {
        return new SearchPlan(IALS, strategy, trials, seed);
    }

    /// Runs a plan to its end after `past`.
    static List<Trial> run(SearchPlan plan, List<Trial> past, Function<Proposal, Outcome> outcome) {
        List<Trial> trials = new ArrayList<>(past);
        Optional<Proposal> next = Searcher.of(plan).next(trials);
        while (next.isPresent()) {
            Proposal proposal = next.get();
            trials.add(new Trial(trials.size() + 1, proposal.options(), proposal.share(), outcome.apply(proposal), 0));
            next = Searcher.of(plan).next(trials);
        }
        return trials;
    }

    /// Highest, 0, where lambda lies at 0.2 of its axis, unobserved at 0.7 and factors at 0.6, with the second solver;
    /// the other axes do not matter.
    static Outcome hill(Proposal proposal) {
        double[] places = IALS.places(proposal.options());
        double miss = 4 * square(at("lambda", places) - 0.2)
                + 2 * square(at("unobserved", places) - 0.7)
                + square(at("factors", places) - 0.6)
                + (at("solver", places) < 0.5 ? 0.05 : 0);
        return scored(-miss);
    }

    static double at(String name, double[] places) {
        for (int axis = 0; axis < places.length; axis++) {
            if (IALS.axes().get(axis).name().equals(name)) {
                return places[axis];
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static double square(double value) {
        return value * value;
    }

    static Outcome scored(double value) {
        return new Scored(new Interval(value, value, value, 100));
    }

    static Outcome failed() {
        return new Failed("planted", "Planted to fail.");
    }

    static double best(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::estimate).max().orElseThrow();
    }
}
