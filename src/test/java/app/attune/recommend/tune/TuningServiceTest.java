package app.attune.recommend.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Criterion;
import app.attune.recommend.Evaluation;
import app.attune.recommend.FakeModelStore;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.RecommendService;
import app.attune.recommend.Shop;
import app.attune.recommend.SplitPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TuningServiceTest {
    private static final Population SHOP = DatedShop.usual();

    private final FakeSearchStore store = new FakeSearchStore();
    private final RecommendService models = new RecommendService(new FakeModelStore(), Shop.CLOCK);
    private final TuningService service = new TuningService(models, store, Shop.CLOCK);

    private static SearchRequest request(Algorithm algorithm, Strategy strategy, int trials) {
        return new SearchRequest(
                new SearchPlan(SearchSpace.of(algorithm), strategy, trials, 1),
                Criterion.NDCG_10,
                Shop.PURCHASES,
                SplitPoint.usual());
    }

    private Search whole(Population population, Strategy strategy) {
        return service.start(population, request(Algorithm.ITEM_KNN, strategy, 12), Course.whole(), Progress.none());
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void trialsNeverReadTheTestPart(Strategy strategy) {
        List<Trial> trials = whole(SHOP, strategy).trials();
        Population otherTest = DatedShop.with(DatedShop.TESTING, DatedShop.EVENTS);
        assertNotEquals(SHOP.dataHash(), otherTest.dataHash());
        assertEquals(trials, whole(otherTest, strategy).trials());
        Population otherJudges = DatedShop.with(DatedShop.JUDGING, DatedShop.TESTING);
        assertNotEquals(trials, whole(otherJudges, strategy).trials());
    }

    @Test
    void trialsAreJudgedOnTheLastFifthOfTheTrainingPart() {
        Search.Ground ground = whole(SHOP, Strategy.RANDOM).ground();
        assertEquals(DatedShop.JUDGING, ground.validation().trainEvents());
        assertEquals(DatedShop.TESTING - DatedShop.JUDGING, ground.validation().testEvents());
        assertEquals(
                Shop.START.plusSeconds(60L * DatedShop.JUDGING),
                ground.validation().leakage().firstTest());
        assertEquals(Shop.START.plusSeconds(60L * DatedShop.TESTING), ground.testFrom());
    }

    @Test
    void onlyTheWinnerIsMeasuredOnTheTestPartAndOnlyOnce() {
        Search search = whole(SHOP, Strategy.TPE);
        Trial best = search.best().orElseThrow();
        TestLook look = search.look().orElseThrow();
        Evaluation evaluation =
                models.evaluate(SHOP, search.request().training(best.options()), List.of(), Progress.none());
        assertEquals(evaluation.rows().getLast().ndcg10(), look.score());
        assertEquals(evaluation.rows().get(1).ndcg10(), look.popularity());
        assertEquals(12, look.afterTrials());
        assertEquals(best.number(), look.trial());
        Search again = service.resume(SHOP, search.id(), Course.whole(), Progress.none());
        assertEquals(search, again, "nothing is left to try, and the winner had its look");
        assertEquals(List.of(look), again.looks());
        assertTrue(search.usual().orElseThrow().estimate() <= best.estimate());
        assertEquals(12, search.history().size());
        assertEquals(best.estimate(), search.history().getLast().score());
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void aSearchThatWasStoppedGoesOnAsIfItHadNotBeen(Strategy strategy) {
        Search whole = whole(SHOP, strategy);
        Switch stop = new Switch();
        Course course = Course.whole()
                .telling(search -> stop.cancelled = search.trials().size() == 7);
        Search stopped = service.start(SHOP, request(Algorithm.ITEM_KNN, strategy, 12), course, stop);
        assertEquals(7, stopped.trials().size());
        assertEquals(List.of(), stopped.looks(), "a search that was stopped does not look at the test part");
        assertEquals(whole.trials().subList(0, 7), stopped.trials());
        Search resumed = service.resume(SHOP, stopped.id(), Course.whole(), Progress.none());
        assertEquals(whole.trials(), resumed.trials());
        assertEquals(whole.looks(), resumed.looks());
        assertEquals(resumed, service.search(stopped.id()), "everything is kept");
    }

    /// Progress that can be cancelled.
    private static final class Switch implements Progress {
        private boolean cancelled;

        @Override
        public void report(String stage, long done, long total) {
            // Nobody listens.
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    @Test
    void moreTrialsGoOnFromWhereASearchEnded() {
        Search few = service.start(SHOP, request(Algorithm.ITEM_KNN, Strategy.TPE, 5), Course.whole(), Progress.none());
        Search more = service.resume(SHOP, few.id(), Course.whole().upTo(12), Progress.none());
        assertEquals(whole(SHOP, Strategy.TPE).trials(), more.trials());
        assertTrue(more.looks().size() <= 2, "a second look only where there is another winner");
    }

    @Test
    void halvingGoesOnWithTheTrialsItBeganWith() {
        Search search = whole(SHOP, Strategy.HALVING);
        assertEquals(12 + 4 + 1, search.trials().size());
        assertTrue(search.trials().stream().allMatch(trial -> trial.estimate() > 0), search.trials()::toString);
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> service.resume(SHOP, search.id(), Course.whole().upTo(13), Progress.none()));
        assertEquals("tune.trials", problem.problem().code());
    }

    @Test
    void aTrialThatCannotBeTrainedIsARowWithItsReason() {
        Search search =
                service.start(SHOP, request(Algorithm.HYBRID, Strategy.RANDOM, 8), Course.whole(), Progress.none());
        assertEquals(8, search.trials().size());
        assertTrue(search.failed() > 0 && search.failed() < 8, search.trials()::toString);
        Trial.Failed failed = search.trials().stream()
                .map(Trial::outcome)
                .filter(Trial.Failed.class::isInstance)
                .map(Trial.Failed.class::cast)
                .findFirst()
                .orElseThrow();
        assertTrue(failed.code().startsWith("recommend."), failed.code());
        assertTrue(failed.reason().endsWith("."), failed.reason());
    }

    @Test
    void whenTheTimeIsUpTheBestSoFarIsMeasured() {
        TuningService timed = new TuningService(models, store, new TickingClock());
        List<Integer> told = new ArrayList<>();
        Search search = timed.start(
                SHOP,
                request(Algorithm.POPULARITY, Strategy.RANDOM, 2),
                Course.whole().within(0.5).telling(now -> told.add(now.trials().size())),
                Progress.none());
        assertEquals(1, search.trials().size(), "the first trial always ends");
        assertEquals(List.of(1), told);
        assertTrue(search.trials().getFirst().seconds() > 0);
        assertEquals(1, search.looks().size());
        Search resumed = timed.resume(SHOP, search.id(), Course.whole(), Progress.none());
        assertEquals(2, resumed.trials().size());
    }

    @Test
    void otherDataAreNotMixedIntoASearch() {
        Search search =
                service.start(SHOP, request(Algorithm.POPULARITY, Strategy.RANDOM, 1), Course.whole(), Progress.none());
        Population other = DatedShop.with(0, 10);
        ProblemException problem = assertThrows(
                ProblemException.class, () -> service.resume(other, search.id(), Course.whole(), Progress.none()));
        assertEquals("tune.data-changed", problem.problem().code());
        assertEquals(search.id(), service.newest("popularity").orElseThrow());
        assertEquals(
                "tune.unknown",
                assertThrows(ProblemException.class, () -> service.search(new SearchId("ease", 1)))
                        .problem()
                        .code());
    }

    @Test
    void tooFewUsersToJudgeIsAProblemBeforeAnythingIsTried() {
        SearchRequest few = new SearchRequest(
                new SearchPlan(SearchSpace.of(Algorithm.ITEM_KNN), Strategy.TPE, 5, 1),
                Criterion.NDCG_10,
                InteractionOptions.once(Map.of("purchase", 1.0)),
                new SplitPoint.Share(0.01));
        ProblemException problem =
                assertThrows(ProblemException.class, () -> service.start(SHOP, few, Course.whole(), Progress.none()));
        assertEquals("tune.too-few-users", problem.problem().code());
        assertEquals(List.of(), store.list());
        assertEquals(OptionalInt.empty(), Course.whole().trials());
    }
}
