package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RegistryTest {
    private static final RecommenderOptions KNN =
            Algorithm.ITEM_KNN.usual().with("neighbours", 20).with("shrink", 5);

    private final RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
    private final Registry registry = service.registry();

    private ModelId train(Population population) {
        return service.train(population, TrainingRequest.of(KNN, Shop.PURCHASES), Progress.none())
                .id();
    }

    /// 250 users with ten tastes; from `mixedFrom` days on everybody takes anything.
    private static Population tastes(int mixedFrom) {
        SplittableRandom random = Seeds.stream(5, "months");
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 0; user < 250; user++) {
            for (int i = 0; i < 24; i++) {
                int day = random.nextInt(150);
                int item = day < mixedFrom ? user % 10 * 20 + random.nextInt(20) : random.nextInt(200);
                builder.event("user " + user, Shop.day(day), "purchase", "item " + item, Double.NaN);
            }
        }
        return Shop.population(builder.build());
    }

    @Test
    void aChampionIsOnePerPurposeAndOthersAreChallengers() {
        Population population = Shop.withTastes(200, 12, 4);
        ModelId first = train(population);
        ModelId second = train(population);
        assertTrue(registry.champion(Champion.USUAL_PURPOSE).isEmpty());
        registry.crown(Champion.USUAL_PURPOSE, first);
        registry.crown("home", second);
        registry.crown(Champion.USUAL_PURPOSE, second);
        assertEquals(
                List.of(second, second),
                registry.champions().stream().map(Champion::model).toList());
        registry.release("home");
        assertEquals(1, registry.champions().size());
        service.delete(second);
        assertEquals(List.of(), registry.champions());
    }

    @Test
    void aFallByMonthsIsFound() {
        Population falling = tastes(95);
        RollingEvaluation drift = registry.drift(train(falling), falling, 12, Progress.none());
        assertEquals(4, drift.periods().size(), "February to May");
        assertTrue(drift.periods().getFirst().window().from().toString().startsWith("2026-02-01"));
        assertTrue(RollingWords.trend(drift.asked()).startsWith("Item-kNN 1: NDCG@10 fell over the periods"));
        assertTrue(drift.asked().trend().orElseThrow().high() < 0);
        assertEquals("item-knn-1", drift.asked().name());
        assertEquals(
                2,
                registry.drift(train(falling), falling, 2, Progress.none())
                        .periods()
                        .size());
    }

    @Test
    void aRefitOnTheSameDataIsTheSameAndOnOtherDataIsCompared() {
        ModelId then = train(tastes(150));
        Registry.Refit same = registry.refit(then, tastes(150), Progress.none());
        assertTrue(same.paired());
        assertEquals(0, same.change().estimate(), 1e-12);
        assertEquals(same.then().evaluation(), same.now().evaluation());
        assertTrue(RollingWords.refit(same).contains("the same ones: the change is not distinguishable from none"));
        Registry.Refit other = registry.refit(then, tastes(60), Progress.none());
        assertFalse(other.paired());
        assertEquals(
                other.now().result().ndcg10().estimate()
                        - other.then().result().ndcg10().estimate(),
                other.change().estimate(),
                1e-12);
        assertTrue(other.change().high() < 0);
        assertTrue(RollingWords.refit(other).contains(": it fell, -"), RollingWords.refit(other));
        assertEquals(3, service.list().size());
    }
}
