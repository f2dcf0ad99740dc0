package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.Comparison.RowLabel;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Recommenders to be trained on one part of the interactions and measured on another, beside Random and Popularity.
record Candidates(List<Candidate> all, long seed, Clock clock) {
    private static final double MILLIS = 1000;

    Candidates {
        all = List.copyOf(all);
    }

    /// One of them.
    ///
    /// @param name of its row
    record Candidate(String name, RecommenderOptions options) {}

    static Candidates of(List<RecommenderOptions> options, long seed, Clock clock) {
        return new Candidates(
                options.stream()
                        .map(one -> new Candidate(RecommenderNames.of(one.kind()), one))
                        .toList(),
                seed,
                clock);
    }

    /// Whether all can be trained whatever the data is.
    ///
    /// @throws ProblemException `recommend.hybrid-parts`
    void check() {
        all.forEach(one -> Trainers.check(one.options()));
    }

    /// Random and Popularity first; a Popularity among several candidates that repeats the baseline is measured once.
    void measure(Comparison comparison, Progress progress) {
        Candidate popularity =
                of(List.of(Algorithm.POPULARITY.usual()), seed, clock).all().getFirst();
        comparison.add(
                RandomModel.of(comparison.train(), seed, clock),
                new RowLabel(RecommenderNames.of(RandomModel.KIND), Map.of(), 0),
                progress);
        measure(popularity, comparison, progress);
        for (Candidate candidate : all) {
            if (all.size() == 1 || !candidate.equals(popularity)) {
                measure(candidate, comparison, progress);
            }
        }
    }

    private void measure(Candidate candidate, Comparison comparison, Progress progress) {
        RecommenderOptions options = candidate.options();
        long start = clock.millis();
        CatalogueModel model = Trainers.train(comparison.train(), options, seed, clock, progress);
        double seconds = (clock.millis() - start) / MILLIS;
        comparison.add(model, new RowLabel(candidate.name(), options.values(), seconds), progress);
    }
}
