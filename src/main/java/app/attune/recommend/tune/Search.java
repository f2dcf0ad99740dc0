package app.attune.recommend.tune;

import app.attune.recommend.RecommenderOptions;
import app.attune.recommend.SplitFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A search as far as it has come.
///
/// @param trials in the order they were tried
/// @param looks  at the test part, in their order; one unless the search went on after it had ended
public record Search(SearchId id, SearchRequest request, Ground ground, List<Trial> trials, List<TestLook> looks) {
    /// What the trials are judged on.
    ///
    /// @param dataHash   of the whole data
    /// @param validation what learns and what judges; its test users are the ones that judge
    /// @param testFrom   the first interaction of the test part
    public record Ground(String dataHash, SplitFacts validation, Instant testFrom) {}

    /// A trial that was better than all before it.
    public record Step(int trial, double score) {}

    public Search {
        trials = List.copyOf(trials);
        looks = List.copyOf(looks);
    }

    public Search with(Trial trial) {
        List<Trial> more = new ArrayList<>(trials);
        more.add(trial);
        return new Search(id, request, ground, more, looks);
    }

    public Search with(TestLook look) {
        List<TestLook> more = new ArrayList<>(looks);
        more.add(look);
        return new Search(id, request, ground, trials, more);
    }

    Search with(SearchRequest other) {
        return new Search(id, other, ground, trials, looks);
    }

    /// Whether nothing is left to try.
    public boolean isOver() {
        return Searcher.of(request.plan()).next(trials).isEmpty();
    }

    /// Trials with a score on the largest share of users that any has.
    public List<Trial> comparable() {
        double share = trials.stream()
                .filter(trial -> trial.score().isPresent())
                .mapToDouble(Trial::share)
                .max()
                .orElse(1);
        return trials.stream()
                .filter(trial -> trial.score().isPresent() && trial.share() == share)
                .toList();
    }

    /// The best of [#comparable]; the earlier among equals. Empty while none has a score.
    public Optional<Trial> best() {
        return comparable().stream().min(Trial.BEST_FIRST);
    }

    /// The trial of the usual settings, if it can be compared with the best.
    public Optional<Trial> usual() {
        RecommenderOptions usual = request.plan().space().usual();
        return comparable().stream()
                .filter(trial -> trial.options().equals(usual))
                .findFirst();
    }

    /// How the best score grew: each comparable trial with the best score up to it.
    public List<Step> history() {
        List<Step> steps = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Trial trial : comparable()) {
            best = Math.max(best, trial.estimate());
            steps.add(new Step(trial.number(), best));
        }
        return List.copyOf(steps);
    }

    /// Trials that could not be trained.
    public long failed() {
        return trials.stream().filter(trial -> trial.score().isEmpty()).count();
    }

    /// The look at the test part that the best settings had; empty if they had none.
    public Optional<TestLook> look() {
        return best().flatMap(winner ->
                looks.stream().filter(look -> look.trial() == winner.number()).reduce((first, last) -> last));
    }
}
