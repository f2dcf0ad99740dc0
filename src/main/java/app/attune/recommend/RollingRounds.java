package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Measures candidates in one window after another and over all of them.
final class RollingRounds {
    private final Candidates candidates;
    private final int core;
    private final BootstrapOptions bootstrap;
    private final List<RollingEvaluation.Period> periods = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();

    /// What is kept of a window with enough test users.
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    private record Round(int number, int[] users, List<EvaluationRow> rows, List<PeriodScores.OfRow> scores) {}

    RollingRounds(Candidates candidates, int core) {
        this.candidates = candidates;
        this.core = core;
        this.bootstrap = BootstrapOptions.of(candidates.seed());
    }

    /// @throws ProblemException `recommend.too-few-test-users` if no window has enough test users
    RollingEvaluation run(InteractionLog log, List<TimeWindow> windows, Progress progress) {
        for (TimeWindow window : windows) {
            progress.report("Measuring periods", periods.size(), windows.size());
            round(log, window, progress);
        }
        if (rounds.isEmpty()) {
            throw ProblemException.of(
                    "recommend.too-few-test-users",
                    "In none of " + windows.size() + " periods did " + RecommendService.LEAST_TEST_USERS
                            + " known users take something new, the least for a comparison.",
                    "Take fewer periods, count more event types, or import more data"
                            + (core > 1 ? ", or choose a smaller k." : "."));
        }
        List<RollingEvaluation.Row> rows = new ArrayList<>();
        for (int row = 0; row < rounds.getFirst().rows().size(); row++) {
            rows.add(row(row, progress));
        }
        long answers = rounds.stream().mapToLong(round -> round.users().length).sum();
        return new RollingEvaluation(periods, rows, differences(rows, progress), answers);
    }

    private void round(InteractionLog log, TimeWindow window, Progress progress) {
        Comparison comparison =
                new Comparison(RollingWindows.parts(log, window).core(core, progress), candidates.seed(), progress);
        SplitFacts facts = comparison.facts();
        if (facts.testUsers() < RecommendService.LEAST_TEST_USERS) {
            periods.add(new RollingEvaluation.Period(window, facts, Optional.empty()));
            return;
        }
        candidates.measure(comparison, progress);
        Evaluation evaluation = comparison.result();
        rounds.add(new Round(periods.size(), comparison.testUsers(), evaluation.rows(), comparison.scores()));
        periods.add(new RollingEvaluation.Period(window, facts, Optional.of(evaluation)));
    }

    private RollingEvaluation.Row row(int row, Progress progress) {
        EvaluationRow newest = rounds.getLast().rows().get(row);
        PeriodScores ndcg10 = scores(round -> round.scores().get(row).ndcg10());
        return new RollingEvaluation.Row(
                newest.name(),
                newest.kind(),
                ndcg10.mean(bootstrap, progress),
                scores(round -> round.scores().get(row).recall10()).mean(bootstrap, progress),
                scores(round -> round.scores().get(row).hit10()).mean(bootstrap, progress),
                rounds.stream()
                        .mapToDouble(round -> round.rows().get(row).trainSeconds())
                        .sum(),
                rounds.size() < RollingEvaluation.LEAST_FOR_TREND
                        ? Optional.empty()
                        : Optional.of(ndcg10.slope(bootstrap, progress)));
    }

    private List<PairedDifference> differences(List<RollingEvaluation.Row> rows, Progress progress) {
        int best = 0;
        for (int row = 1; row < rows.size(); row++) {
            best = rows.get(row).ndcg10().estimate() > rows.get(best).ndcg10().estimate() ? row : best;
        }
        List<PairedDifference> differences = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (row != best) {
                differences.add(new PairedDifference(
                        rows.get(best).name(), rows.get(row).name(), difference(best, row, progress)));
            }
        }
        return differences;
    }

    private Interval difference(int best, int other, Progress progress) {
        return scores(round -> {
                    double[] first = round.scores().get(best).ndcg10();
                    double[] second = round.scores().get(other).ndcg10();
                    double[] minus = new double[first.length];
                    for (int user = 0; user < minus.length; user++) {
                        minus[user] = first[user] - second[user];
                    }
                    return minus;
                })
                .mean(bootstrap, progress);
    }

    private PeriodScores scores(Function<Round, double[]> values) {
        return new PeriodScores(
                periods.size(),
                rounds.stream()
                        .map(round -> new PeriodScores.Period(round.number(), round.users(), values.apply(round)))
                        .toList());
    }
}
