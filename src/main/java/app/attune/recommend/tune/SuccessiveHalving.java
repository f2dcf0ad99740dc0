package app.attune.recommend.tune;

import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.tune.Ladder.Rung;
import java.util.List;
import java.util.Optional;

/// [Strategy#HALVING] on a [Ladder].
record SuccessiveHalving(SearchPlan plan) implements Searcher {
    @Override
    public Optional<Proposal> next(List<Trial> past) {
        List<Rung> rungs = Ladder.of(plan.trials()).rungs();
        List<Trial> before = on(rungs.getFirst(), past);
        if (before.size() < rungs.getFirst().settings() && before.size() == past.size()) {
            Optional<RecommenderOptions> drawn = new Draws(plan).next(before);
            if (drawn.isPresent()) {
                return drawn.map(
                        options -> new Proposal(options, rungs.getFirst().share()));
            }
        }
        for (Rung rung : rungs.subList(1, rungs.size())) {
            List<Trial> promoted = best(before, rung.settings());
            List<Trial> done = on(rung, past);
            if (done.size() < promoted.size()) {
                return Optional.of(new Proposal(promoted.get(done.size()).options(), rung.share()));
            }
            before = done;
        }
        return Optional.empty();
    }

    private static List<Trial> on(Rung rung, List<Trial> past) {
        return past.stream().filter(trial -> trial.share() == rung.share()).toList();
    }

    /// Of those that have a score.
    private static List<Trial> best(List<Trial> trials, int count) {
        return trials.stream()
                .filter(trial -> trial.score().isPresent())
                .sorted(Trial.BEST_FIRST)
                .limit(count)
                .toList();
    }
}
