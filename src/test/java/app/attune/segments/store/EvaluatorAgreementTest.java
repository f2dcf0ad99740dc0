package app.attune.segments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCounts;
import app.attune.segments.ConditionJson;
import app.attune.segments.Conditions;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.Explanation;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
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

    @Test
    void aConditionOfNegativesAloneMeansTheRest() {
        Population population = new RandomPopulations(Seeds.stream(5, "population")).next();
        RandomTrees trees = new RandomTrees(Seeds.stream(5, "negatives"));
        try (SqlSegmentOracle oracle = new SqlSegmentOracle(population)) {
            SegmentEvaluator evaluator = new SegmentEvaluator();
            for (int i = 0; i < TREES_EACH; i++) {
                Condition row = trees.next();
                RoaringBitmap rest = evaluator
                        .members(new AllOf(List.of()), population, AS_OF, Progress.none())
                        .clone();
                rest.andNot(evaluator.members(row, population, AS_OF, Progress.none()));
                Condition none = new NoneOf(List.of(row));
                assertEquals(rest, evaluator.members(none, population, AS_OF, Progress.none()), "tree " + i);
                assertEquals(rest, oracle.members(none, AS_OF), "tree " + i);
            }
        }
    }

    /// A muted part means what changes nothing in its group: everybody in ALL, nobody in ANY and NONE.
    @Test
    void mutedPartsCountAsIfTheyWereNotThere() {
        Condition everybody = new AllOf(List.of());
        for (long seed = 1; seed <= 8; seed++) {
            Population population = new RandomPopulations(Seeds.stream(seed, "population")).next();
            RandomTrees trees = new RandomTrees(Seeds.stream(seed, "marked"));
            SegmentEvaluator evaluator = new SegmentEvaluator();
            ConditionCounts.At at = new ConditionCounts.At(population, AS_OF);
            for (int i = 0; i < TREES_EACH; i++) {
                Condition marked = trees.nextMarked();
                String what = "seed " + seed + ", tree " + i + ": " + ConditionJson.write(marked);
                RoaringBitmap expected =
                        evaluator.members(neutral(marked, everybody), population, AS_OF, Progress.none());
                ConditionCounts counts = ConditionCounts.of(evaluator, marked, at, Progress.none());
                assertEquals(expected, counts.members(), what);
                assertEquals(expected.getCardinality(), counts.total().orElse(-1), what);
                assertEquals(
                        expected, evaluator.members(Marks.takenOut(marked), population, AS_OF, Progress.none()), what);
            }
        }
    }

    private static Condition neutral(Condition part, Condition muted) {
        if (Marks.has(part, Mark.MUTED)) {
            return muted;
        }
        Condition bare = Marks.bare(part);
        Condition inside = bare instanceof AllOf ? new AllOf(List.of()) : new AnyOf(List.of());
        return Conditions.withParts(
                bare,
                Conditions.parts(bare).stream().map(one -> neutral(one, inside)).toList());
    }

    /// Events ten minutes apart or at one time, often just as far apart as a sequence may take.
    @Test
    void sequencesOfCloseEventsAreFoundBySql() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = Seeds.stream(seed, "close");
            EventFrameBuilder builder = new EventFrameBuilder();
            for (int i = 0; i < 160; i++) {
                Instant time = AS_OF.minusSeconds(600L * random.nextInt(60));
                String type = random.nextInt(10) < 7 ? "view" : random.nextBoolean() ? "cart" : "purchase";
                builder.event("u" + random.nextInt(8), time, type, "", Double.NaN);
            }
            EventFrame frame = builder.build();
            Population population = Population.agreeing(frame, ColumnTable.empty(frame.userCount()), "close");
            try (SqlSegmentOracle oracle = new SqlSegmentOracle(population)) {
                for (int i = 0; i < 12; i++) {
                    compare(sequence(random), population, new SegmentEvaluator(), oracle, "seed " + seed);
                }
            }
        }
    }

    private static Condition sequence(SplittableRandom random) {
        List<String> rare = List.of("cart", "purchase");
        List<EventKind> next = random.ints(1 + random.nextInt(3), 0, 2)
                .mapToObj(i -> EventKind.of(rare.get(i)))
                .toList();
        Measure.Counted counted = random.nextBoolean() ? Measure.Counted.FROM_FIRST : Measure.Counted.FROM_PREVIOUS;
        Within within = new Within.Span(10 * (1 + random.nextInt(4)), Window.Unit.MINUTES);
        Window window = random.nextInt(3) == 0 ? new Window.Last(5, Window.Unit.HOURS) : new Window.AllTime();
        return new EventCondition(
                List.of(random.nextInt(4) == 0 ? "cart" : "view"),
                List.of(),
                new Measure.Steps(next, within, counted),
                window,
                random.nextBoolean() ? Comparison.AT_LEAST : Comparison.IS,
                List.of(Integer.toString(1 + random.nextInt(next.size() + 1))));
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
