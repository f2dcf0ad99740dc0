package app.attune.segments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCounts;
import app.attune.segments.ConditionJson;
import app.attune.segments.Explanation;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentEvaluator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// The frame and SQL mean the same by every condition.
final class EvaluatorAgreementTest {
    /// More with `-Dattune.trees=10000`.
    private static final int TREES = Integer.getInteger("attune.trees", 2_500);
    private static final int EXPLAINED = 4;
    private static final int TREES_EACH = 50;
    private static final int POPULATIONS = TREES / TREES_EACH;
    private static final Instant AS_OF = RandomPopulations.AS_OF;

    private int compared;
    private int someButNotAll;

    @Test
    void frameAndSqlFindTheSameUsers() {
        for (long seed = 1; seed <= POPULATIONS; seed++) {
            Population population = new RandomPopulations(Seeds.stream(seed, "population")).next();
            RandomTrees trees = new RandomTrees(Seeds.stream(seed, "trees"));
            try (SqlSegmentOracle oracle = new SqlSegmentOracle(population)) {
                SegmentEvaluator evaluator = new SegmentEvaluator();
                for (int i = 0; i < TREES_EACH; i++) {
                    compare(trees.next(), population, evaluator, oracle, "seed " + seed + ", tree " + i);
                }
            }
        }
        assertEquals(POPULATIONS * TREES_EACH, compared);
        assertTrue(someButNotAll > compared / 4, "Too many trees mean everybody or nobody: " + someButNotAll);
    }

    private void compare(
            Condition condition,
            Population population,
            SegmentEvaluator evaluator,
            SqlSegmentOracle oracle,
            String place) {
        String what = place + ": " + ConditionJson.write(condition);
        RoaringBitmap frame;
        RoaringBitmap sql;
        try {
            frame = evaluator.members(condition, population, AS_OF, Progress.none());
            sql = oracle.members(condition, AS_OF);
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
        assertEquals(sql, frame, what);
        for (int userIdx = 0; userIdx < population.size(); userIdx++) {
            boolean member = frame.contains(userIdx);
            assertEquals(member, evaluator.matches(condition, population, AS_OF, userIdx), what);
            if (userIdx < EXPLAINED) {
                assertEquals(
                        member,
                        Explanation.of(condition, population, AS_OF, userIdx).matched(),
                        what);
            }
        }
        var counts =
                ConditionCounts.of(evaluator, condition, new ConditionCounts.At(population, AS_OF), Progress.none());
        assertEquals(frame.getCardinality(), counts.at(List.of()).orElse(-1), what);
        compared++;
        someButNotAll += frame.isEmpty() || frame.getCardinality() == population.size() ? 0 : 1;
    }
}
