package app.attune.recommend;

import app.attune.stats.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How good recommenders are for groups of test users.
///
/// @param by          what users were parted by, in words
/// @param best        the recommender that is best over all test users, with which the others are compared
/// @param comparisons how many p-values were adjusted together (Holm)
public record GroupResults(String by, String best, int comparisons, List<Row> rows) {
    /// Below this many test users nothing is said about a group.
    public static final int LEAST_USERS = 30;

    private static final double LEVEL = 0.05;

    public GroupResults {
        rows = List.copyOf(rows);
    }

    /// A recommender among the users of a group.
    ///
    /// @param users      test users of the group
    /// @param ndcg10     with its 95 % bootstrap interval; empty below [#LEAST_USERS]
    /// @param difference of `best` minus this recommender, user by user; empty for the best itself
    /// @param pValue     of the paired t test, adjusted; empty where `difference` is
    public record Row(
            String group,
            int users,
            String recommender,
            Optional<Interval> ndcg10,
            Optional<Interval> difference,
            OptionalDouble pValue) {
        public Standing standing() {
            if (ndcg10.isEmpty()) {
                return Standing.NOT_ENOUGH_DATA;
            }
            if (pValue.isEmpty() || difference.isEmpty()) {
                return Standing.BEST_OVERALL;
            }
            if (pValue.getAsDouble() >= LEVEL) {
                return Standing.NOT_DISTINGUISHABLE;
            }
            return difference.get().estimate() > 0 ? Standing.WORSE : Standing.BETTER;
        }
    }

    /// How a recommender stands in a group to the one that is best over all.
    public enum Standing {
        BEST_OVERALL,
        BETTER,
        WORSE,
        NOT_DISTINGUISHABLE,
        NOT_ENOUGH_DATA
    }
}
