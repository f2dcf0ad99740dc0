package app.attune.recommend;

import app.attune.core.TimeWindow;
import app.attune.stats.Interval;
import java.util.List;
import java.util.Optional;

/// Recommenders measured in one period after another, each time trained on all before it.
///
/// @param periods     in order
/// @param rows        over all periods; Random and Popularity first
/// @param differences of the best row to each other, user by user in the same period
/// @param answers     test users of all periods, one counted in each of its periods
public record RollingEvaluation(
        List<Period> periods, List<Row> rows, List<PairedDifference> differences, long answers) {
    /// Below this many periods with results nothing is said of a trend.
    public static final int LEAST_FOR_TREND = 3;

    public RollingEvaluation {
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
    }

    /// One of them.
    ///
    /// @param window     what it tests
    /// @param evaluation empty with fewer than [RecommendService#LEAST_TEST_USERS] test users
    public record Period(TimeWindow window, SplitFacts split, Optional<Evaluation> evaluation) {}

    /// A recommender over all periods: means over all answers alike, so a period weighs as much as it has test users;
    /// 95 % intervals by resampling users with all their periods, n the users.
    ///
    /// @param trainSeconds of all trainings together
    /// @param trend        change of NDCG@10 from one period to the next; empty below [#LEAST_FOR_TREND] periods
    public record Row(
            String name,
            String kind,
            Interval ndcg10,
            Interval recall10,
            Interval hit10,
            double trainSeconds,
            Optional<Interval> trend) {}

    /// Periods with enough test users.
    public List<Period> measured() {
        return periods.stream()
                .filter(period -> period.evaluation().isPresent())
                .toList();
    }

    /// The row of a recommender in a period; empty if the period was not measured.
    public static Optional<EvaluationRow> row(Period period, String name) {
        return period.evaluation().flatMap(evaluation -> evaluation.row(name));
    }

    /// The row that was asked for last: of one recommender its own.
    public Row asked() {
        return rows.getLast();
    }
}
