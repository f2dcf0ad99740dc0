package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.RandomPopulations;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Holds what the prover takes for granted of measures that depend on one another against many users: rows about the
/// same few events in windows within windows.
class ProverOnRelatedEventsTest {
    private static final int STATEMENTS = Integer.getInteger("attune.statements", 1_500);
    private static final int POPULATIONS = 40;

    private final List<Population> populations = IntStream.range(0, POPULATIONS)
            .mapToObj(seed -> new RandomPopulations(new SplittableRandom(seed)).next())
            .toList();

    @Test
    void whatIsTakenForGrantedHoldsForEveryUser() {
        int nobody = 0;
        int somebody = 0;
        SegmentEvaluator evaluator = new SegmentEvaluator();
        for (int seed = 0; seed < STATEMENTS; seed++) {
            Condition condition = statement(new SplittableRandom(seed));
            Schema schema = Schema.of(populations.getFirst(), RandomPopulations.AS_OF);
            Proof proof = new Prover(schema).prove(new Formulas().of(condition), Progress.none());
            somebody += proof.isSomebody() ? 1 : 0;
            if (proof.isNobody()) {
                nobody++;
                for (Population population : populations) {
                    assertThat(evaluator
                                    .members(condition, population, RandomPopulations.AS_OF, Progress.none())
                                    .isEmpty())
                            .as("seed " + seed + ": " + condition)
                            .isTrue();
                }
            }
        }
        System.out.println(STATEMENTS + " statements: nobody " + nobody + ", somebody " + somebody);
        assertThat(nobody).isGreaterThan(STATEMENTS / 10);
        assertThat(somebody).isGreaterThan(STATEMENTS / 10);
    }

    private static Condition statement(SplittableRandom random) {
        List<Condition> rows = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            Condition row = row(random);
            rows.add(random.nextInt(3) == 0 ? new NoneOf(List.of(row)) : row);
        }
        return new AllOf(rows);
    }

    private static Condition row(SplittableRandom random) {
        Measure measure = measure(random);
        Comparison comparison = pick(
                random,
                List.of(
                        Comparison.AT_LEAST,
                        Comparison.AT_MOST,
                        Comparison.MORE_THAN,
                        Comparison.LESS_THAN,
                        Comparison.IS,
                        Comparison.IS_MISSING));
        boolean days = measure instanceof Measure.DaysSinceLast || measure instanceof Measure.DaysSinceFirst;
        List<String> numbers = days ? List.of("1", "7", "14", "30") : List.of("0", "1", "2", "3");
        return new EventCondition(
                pick(random, List.of(List.of(), List.of("view"), List.of("view", "cart"))),
                random.nextInt(4) > 0
                        ? List.of()
                        : List.of(new FieldTest("p.text0", Comparison.IS, List.of("Germany"))),
                List.of(),
                measure,
                window(random),
                comparison,
                comparison.asksForMissing() ? List.of() : List.of(pick(random, numbers)),
                pick(random, List.of(WhenMissing.NO, WhenMissing.NO, WhenMissing.YES)));
    }

    private static Window window(SplittableRandom random) {
        int days = pick(random, List.of(1, 7, 14, 30));
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Window.AllTime();
            case 2 -> new Window.Earlier(days, Window.Unit.DAYS);
            case 3 -> new Window.Since(EventKind.of("purchase"));
            default -> new Window.Last(days, Window.Unit.DAYS);
        };
    }

    private static Measure measure(SplittableRandom random) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new Measure.Count();
            case 3 -> new Measure.CountDistinct("item");
            case 4 -> new Measure.ActiveDays();
            case 5, 6 -> new Measure.DaysSinceLast();
            case 7 -> new Measure.DaysSinceFirst();
            case 8 -> new Measure.OfField(pick(random, List.of(Measure.Statistic.values())), "value");
            case 9 -> new Measure.Sum("value");
            case 10 -> new Measure.OfSessions(pick(random, List.of(Measure.SessionNumber.values())));
            case 11, 12 -> new Measure.MostOfOneItem();
            default ->
                new Measure.Steps(List.of(EventKind.of("cart")), new Within.AnyTime(), Measure.Counted.FROM_FIRST);
        };
    }

    private static <T> T pick(SplittableRandom random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
