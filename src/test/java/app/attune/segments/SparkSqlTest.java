package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.events.NumberColumn;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What Spark cannot say is refused. Whether it answers the same is checked on Spark, in `src/spark`.
final class SparkSqlTest {
    private static final Population PEOPLE = Population.agreeing(
            new EventFrameBuilder().event("ann", Instant.EPOCH, "view", "a", 1).build(),
            new ColumnTable(
                    1,
                    List.of(
                            new NumberColumn("age", new double[1]),
                            new NumberColumn("Age", new double[1]),
                            new NumberColumn("${spark.app.name}", new double[1]),
                            new NumberColumn("a`b", new double[1]))),
            "few");

    private static String sql(Condition condition) {
        return SparkSql.of(condition, PEOPLE, RandomPopulations.AS_OF);
    }

    private static Condition known(String attribute) {
        return new AttributeCondition(attribute, Comparison.IS_PRESENT, List.of());
    }

    @Test
    void columnsThatSparkTakesForOneAreRefusedWithTheirRow() {
        Condition tree = new AllOf(List.of(known("a`b"), new NoneOf(List.of(known("age")))));
        Problem problem = assertThrows(ProblemException.class, () -> sql(tree)).problem();
        assertEquals("segments.not-in-spark", problem.code());
        assertEquals("Row 2.1: Spark cannot tell the column \"age\" from \"Age\".", problem.message());
    }

    @Test
    void nameThatSparkReadsAsAVariableIsRefused() {
        assertThrows(ProblemException.class, () -> sql(known("${spark.app.name}")));
        RankCondition rank =
                new RankCondition(RankCondition.Rank.TOP, 10, new RankCondition.Ranked.Attribute("${spark.app.name}"));
        assertThrows(ProblemException.class, () -> sql(new AnyOf(List.of(rank))));
    }

    @Test
    void textOfTheAnalystStaysAText() {
        String sql = sql(new UserListCondition(UserListCondition.Listed.IS, List.of("o'b\\", "${x}", "a\nb")));
        assertTrue(sql.contains("IN ('o\\'b\\\\', '\\u0024{x}', 'a\\u000Ab')"), sql);
        assertTrue(sql(known("a`b")).contains("p.`a``b` IS NOT NULL"));
    }

    @Test
    void halfACharacterIsRefused() {
        assertThrows(
                ProblemException.class,
                () -> sql(new UserListCondition(UserListCondition.Listed.IS, List.of("\ud83d"))));
    }

    @Test
    void whatIsMeasuredTwiceIsAskedOnce() {
        EventCondition row = new EventCondition(
                List.of("view"),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("1"));
        String sql = sql(new AllOf(List.of(row, new NoneOf(List.of(row)))));
        assertEquals(sql.indexOf("view_count_all_time AS ("), sql.lastIndexOf("view_count_all_time AS ("));
        assertFalse(sql.contains("view_count_all_time_2"));
    }
}
