package app.attune.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SparkSql;
import java.time.Instant;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Spark finds the users that the workbench finds.
final class SparkAgreementTest {
    /// More with `-Dattune.trees=2000`, others with `-Dattune.seed=7`.
    private static final int TREES = Integer.getInteger("attune.trees", 300);

    private static final long SEED = Long.getLong("attune.seed", 1);
    private static final int TREES_EACH = 20;
    private static final Instant AS_OF = RandomPopulations.AS_OF;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static SparkSession spark;

    private int someButNotAll;

    @BeforeAll
    static void startSpark() {
        spark = LocalSpark.start();
    }

    @AfterAll
    static void stopSpark() {
        spark.stop();
    }

    @Test
    void workbenchAndSparkFindTheSameUsersByRandomTrees() {
        int compared = 0;
        for (long seed = SEED; compared < TREES; seed++) {
            Population population = new RandomPopulations(Seeds.stream(seed, "population")).next();
            RandomTrees trees = new RandomTrees(Seeds.stream(seed, "trees"));
            new SparkTables(spark).load(population, AS_OF);
            for (int i = 0; i < TREES_EACH && compared < TREES; i++) {
                compare(trees.next(), population, "seed " + seed + ", tree " + i);
                compared++;
            }
        }
        assertTrue(someButNotAll > compared / 4, "Too many trees mean everybody or nobody: " + someButNotAll);
    }

    private void compare(Condition condition, Population population, String place) {
        String sql = SparkSql.of(condition, population, AS_OF);
        String what = place + ": " + ConditionJson.write(condition) + "\n" + sql;
        Set<String> members = LocalSpark.members(population, condition, AS_OF);
        try {
            assertEquals(members, LocalSpark.texts(spark.sql(sql)), what);
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
        someButNotAll += members.isEmpty() || members.size() == population.size() ? 0 : 1;
    }
}
