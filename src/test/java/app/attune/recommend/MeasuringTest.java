package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MeasuringTest {
    private static final RecommenderOptions KNN =
            Algorithm.ITEM_KNN.usual().with("neighbours", 20).with("shrink", 5);

    private final FakeModelStore store = new FakeModelStore();
    private final RecommendService service = new RecommendService(store, Shop.CLOCK);
    private final Population population = Shop.withTastes(300, 15, 9);

    private Measured measure(SplitWay way, int core) {
        return measure(population, way, core);
    }

    private Measured measure(Population of, SplitWay way, int core) {
        MeasuringRequest request =
                new MeasuringRequest(List.of(KNN), Shop.PURCHASES, new Protocol(way, core), 1, List.of());
        return service.measuring().measure(of, request, Progress.none());
    }

    private static Evaluation once(Measured measured) {
        return assertInstanceOf(Measured.Once.class, measured).evaluation();
    }

    private static RollingEvaluation rolling(Measured measured) {
        return assertInstanceOf(Measured.Rolling.class, measured).evaluation();
    }

    private static String code(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().code();
    }

    @Test
    void byTimeIsTheUsualEvaluation() {
        TrainingRequest usual = TrainingRequest.of(KNN, Shop.PURCHASES);
        assertEquals(
                service.evaluate(population, usual, List.of(), Progress.none()),
                once(measure(Protocol.usual().way(), 0)));
    }

    @Test
    void onePeriodIsTheSplitAtItsStart() {
        RollingEvaluation rolling = rolling(measure(new SplitWay.RollingOrigin(1), 0));
        TimeWindow window = rolling.periods().getFirst().window();
        Evaluation cut = once(measure(new SplitWay.ByTime(new SplitPoint.At(window.from())), 0));
        Evaluation period = rolling.periods().getFirst().evaluation().orElseThrow();
        assertEquals(cut.testHash(), period.testHash());
        assertEquals(cut.rows(), period.rows());
        for (RollingEvaluation.Row row : rolling.rows()) {
            assertEquals(
                    cut.row(row.name()).orElseThrow().ndcg10().estimate(),
                    row.ndcg10().estimate(),
                    1e-12);
        }
    }

    @Test
    void theMeanOverPeriodsWeighsThemByTheirTestUsers() {
        RollingEvaluation rolling = rolling(measure(new SplitWay.RollingOrigin(4), 0));
        assertEquals(4, rolling.measured().size());
        assertEquals(
                List.of("Random", "Popularity", "Item-kNN"),
                rolling.rows().stream().map(RollingEvaluation.Row::name).toList());
        double sum = 0;
        long answers = 0;
        for (RollingEvaluation.Period period : rolling.periods()) {
            Evaluation evaluation = period.evaluation().orElseThrow();
            sum += evaluation.users()
                    * evaluation.row("Item-kNN").orElseThrow().ndcg10().estimate();
            answers += evaluation.users();
        }
        assertEquals(answers, rolling.answers());
        assertEquals(sum / answers, rolling.asked().ndcg10().estimate(), 1e-12);
        assertTrue(rolling.asked().ndcg10().n() <= 300, "users are counted once");
        PairedDifference popularity = rolling.differences().getLast();
        assertEquals("Item-kNN", popularity.best());
        assertTrue(popularity.distinguishable());
        assertEquals(rolling, rolling(measure(new SplitWay.RollingOrigin(4), 0)), "the same again");
    }

    @Test
    void periodsWithTooFewTestUsersAreListedWithoutResults() {
        EventFrameBuilder builder = new EventFrameBuilder();
        Population busy = Shop.withTastes(60, 12, 3);
        busy.events().users().texts().forEach(user -> copy(busy.events(), user, builder));
        builder.event("user 1", Shop.day(100), "purchase", "item 7", Double.NaN);
        RollingEvaluation rolling =
                rolling(measure(Shop.population(builder.build()), new SplitWay.RollingOrigin(4), 0));
        assertEquals(4, rolling.periods().size());
        assertTrue(rolling.measured().size() < 4);
        assertTrue(rolling.periods().getLast().evaluation().isEmpty());
        assertTrue(rolling.asked().trend().isEmpty());
        assertTrue(RollingWords.trend(rolling.asked()).contains("too few periods"));
    }

    /// In half the time.
    private static void copy(EventFrame from, String user, EventFrameBuilder to) {
        int userIdx = from.users().find(user).orElseThrow();
        for (int row = from.from(userIdx); row < from.to(userIdx); row++) {
            Instant time = Shop.START.plusMillis((from.time(row) - Shop.START.toEpochMilli()) / 2);
            to.event(user, time, "purchase", from.items().text(from.item(row)), Double.NaN);
        }
    }

    @Test
    void trendIsTheWeightedLineThroughThePeriods() {
        PeriodScores scores = new PeriodScores(
                4,
                List.of(
                        new PeriodScores.Period(0, new int[] {0, 1}, new double[] {1, 3}),
                        new PeriodScores.Period(1, new int[] {1, 2, 3}, new double[] {3, 3, 3}),
                        new PeriodScores.Period(3, new int[] {4}, new double[] {5})));
        BootstrapOptions bootstrap = BootstrapOptions.of(1);
        assertEquals(18.0 / 6, scores.mean(bootstrap, Progress.none()).estimate(), 1e-12);
        // x 0 0 1 1 1 3, y 1 3 3 3 3 5: means 1 and 3, sxy 6, sxx 6.
        Interval slope = scores.slope(bootstrap, Progress.none());
        assertEquals(1, slope.estimate(), 1e-12);
        assertEquals(5, slope.n());
        assertTrue(slope.low() < slope.high());
    }

    @Test
    void aFallIsToldApartFromNoise() {
        RollingEvaluation.Row fell = row(new Interval(-0.02, -0.03, -0.01, 90));
        assertEquals(
                "Item-kNN 1: NDCG@10 fell over the periods: -0.0200 a period (95 % interval -0.0300 to -0.0100).",
                RollingWords.trend(fell));
        assertTrue(RollingWords.trend(row(new Interval(0.02, 0.01, 0.03, 90))).contains("rose"));
        assertTrue(
                RollingWords.trend(row(new Interval(0.02, -0.01, 0.03, 90))).contains("not distinguishable from none"));
    }

    private static RollingEvaluation.Row row(Interval trend) {
        Interval any = new Interval(0.1, 0.1, 0.1, 90);
        return new RollingEvaluation.Row("item-knn-1", "item-knn", any, any, any, 0, Optional.of(trend));
    }

    @Test
    void leaveLastOutSaysWhatItLeaks() {
        Evaluation evaluation = once(measure(new SplitWay.LeaveLastOut(), 0));
        assertEquals(
                SplitDetails.Kind.LEAVE_LAST_OUT, evaluation.split().details().kind());
        assertFalse(evaluation.split().leakage().passes());
        String told = SplitWords.leakage(evaluation.split());
        assertTrue(told.startsWith("leaks the future of others: "), told);
        assertTrue(ComparisonChart.of(evaluation).subtitle().contains("last new item of each user"));
    }

    @Test
    void kCoreIsOnTheCardAndTheModelLearnsFromIt() {
        EventFrameBuilder builder = new EventFrameBuilder();
        population.events().users().texts().forEach(user -> copy(population.events(), user, builder));
        for (int user = 0; user < 20; user++) {
            builder.event("seldom " + user, Shop.day(user), "purchase", "item 3", Double.NaN);
        }
        Population more = Shop.population(builder.build());
        ModelCard card =
                service.train(more, TrainingRequest.of(KNN, Shop.PURCHASES).withCore(6), Progress.none());
        CoreFacts core = card.evaluation().split().details().core();
        assertEquals(6, core.least());
        assertTrue(core.users() >= 20 && core.interactions() >= 20, core.toString());
        assertTrue(SplitWords.core(card.evaluation().split()).getFirst().startsWith("6-core of what trains: "));
        InteractionLog log = InteractionSelection.select(more, Shop.PURCHASES, Progress.none());
        InteractionLog kept = KCore.of(log, 6, Progress.none());
        assertEquals(kept.size(), card.provenance().rows());
        assertTrue(kept.size() <= log.size() - 20);
        assertEquals(1, service.groups(more, List.of(), Progress.none()).size(), "its test users are found again");
    }

    @Test
    void anEmptyCoreIsAProblemWithARemedy() {
        assertEquals("recommend.empty-core", code(() -> measure(Protocol.usual().way(), 500)));
    }

    @Test
    void savedModelsAreMeasuredAnewWithTheirSettings() {
        service.train(population, TrainingRequest.of(KNN, Shop.PURCHASES), Progress.none());
        ModelId id = new ModelId("item-knn", 1);
        Protocol last = new Protocol(new SplitWay.LeaveLastOut(), 0);
        Evaluation again = once(service.measuring().again(List.of(id), population, last, List.of(), Progress.none()));
        Evaluation plain = once(measure(new SplitWay.LeaveLastOut(), 0));
        assertEquals("item-knn-1", again.rows().getLast().name());
        assertEquals(plain.rows().getLast().ndcg10(), again.rows().getLast().ndcg10());
        assertEquals(1, service.list().size(), "nothing is kept");
    }

    @Test
    void modelsOfDifferentInteractionsHaveNoTestInCommon() {
        service.train(population, TrainingRequest.of(KNN, Shop.PURCHASES), Progress.none());
        service.train(population, TrainingRequest.of(KNN, Shop.PURCHASES.with(Decay.halfLife(9))), Progress.none());
        List<ModelId> both = List.of(new ModelId("item-knn", 1), new ModelId("item-knn", 2));
        assertEquals(
                "recommend.other-interactions",
                code(() -> service.measuring().again(both, population, Protocol.usual(), List.of(), Progress.none())));
    }

    @Test
    void allOfOneMonthCannotBeMeasuredByMonths() {
        assertEquals("recommend.too-few-months", code(() -> measure(Shop.tiny(), new SplitWay.ByMonth(3), 0)));
        assertEquals("recommend.too-few-test-users", code(() -> measure(Shop.tiny(), new SplitWay.LeaveLastOut(), 0)));
        assertEquals(
                "recommend.too-few-test-users", code(() -> measure(Shop.tiny(), new SplitWay.RollingOrigin(2), 0)));
    }
}
