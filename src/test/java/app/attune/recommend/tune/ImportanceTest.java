package app.attune.recommend.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.recommend.Criterion;
import app.attune.recommend.LeakageCheck;
import app.attune.recommend.Shop;
import app.attune.recommend.SplitDetails;
import app.attune.recommend.SplitFacts;
import app.attune.recommend.SplitPoint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImportanceTest {
    private static final SplitFacts FACTS = new SplitFacts(
            new LeakageCheck(Instant.EPOCH, Instant.EPOCH, 0), 10, 10, 10, 0, 0, 0, 0, SplitDetails.BY_TIME);

    private static Search search(SearchPlan plan, List<Trial> trials) {
        SearchRequest request = new SearchRequest(plan, Criterion.NDCG_10, Shop.PURCHASES, SplitPoint.usual());
        return new Search(
                new SearchId("ials", 1), request, new Search.Ground("hash", FACTS, Instant.EPOCH), trials, List.of());
    }

    private static List<Importance> ofHill(int trials) {
        SearchPlan plan = Planted.plan(Strategy.RANDOM, trials, 1);
        return Importance.of(search(plan, Planted.run(plan, List.of(), Planted::hill)));
    }

    @Test
    void theSettingThatWasPlantedIsTheMostImportant() {
        List<Importance> found = ofHill(200);
        assertEquals("lambda", found.getFirst().setting());
        assertEquals("unobserved", found.get(1).setting(), "its best lies inside, which the groups still see");
        assertEquals(6, found.size());
        assertEquals(200, found.getFirst().trials());
        for (Importance one : found) {
            if (List.of("iterations", "nu").contains(one.setting())) {
                assertTrue(one.share() < 0.05, one::toString);
            }
        }
    }

    @Test
    void tooFewTrialsSayNothing() {
        assertEquals(List.of(), ofHill(Importance.LEAST_TRIALS - 1));
        assertEquals(6, ofHill(Importance.LEAST_TRIALS).size());
    }

    /// Ranks 1 to 20; the ten trials with factors 10 have the lowest: H = 19 * (2 * 10 * 5^2) / 665 = 14.2857, eta
    /// squared (14.2857 - 2 + 1) / (20 - 2) = 0.7381.
    @Test
    void theShareIsThatOfTheFormula() {
        SearchPlan plan = Planted.plan(Strategy.RANDOM, 20, 1);
        List<Trial> trials = java.util.stream.IntStream.rangeClosed(1, 20)
                .mapToObj(number -> new Trial(
                        number,
                        Planted.IALS.usual().with("solver", number <= 10 ? "CHOLESKY" : "CONJUGATE_GRADIENT"),
                        1,
                        Planted.scored(number),
                        0))
                .toList();
        Importance first = Importance.of(search(plan, trials)).getFirst();
        assertEquals("solver", first.setting());
        assertEquals((19 * 500 / 665.0 - 1) / 18, first.share(), 1e-12);
    }

    @Test
    void ofHalvingTheRungWithTheMostTrialsTells() {
        SearchPlan plan = Planted.plan(Strategy.HALVING, 27, 1);
        List<Importance> found = Importance.of(search(plan, Planted.run(plan, List.of(), Planted::hill)));
        assertEquals(27, found.getFirst().trials());
    }
}
