package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Items in one basket, against counts by hand.
final class ComplementTest {
    private static final ItemId TENT = new ItemId("tent");
    private static final ItemId PEGS = new ItemId("pegs");
    private static final ItemId SOAP = new ItemId("soap");
    private static final RecommenderOptions PAIRS =
            Algorithm.COMPLEMENTS.usual().with("min-support", 1);

    private final EventFrameBuilder builder = new EventFrameBuilder();

    private void buys(String user, int day, String order, String... items) {
        for (String item : items) {
            Map<String, String> properties = order.isEmpty() ? Map.of() : Map.of("order_id", order);
            builder.event(user, Shop.day(day), "purchase", item, Double.NaN, properties);
        }
    }

    private ComplementModel train(RecommenderOptions options) {
        Interactions data = Shop.interactions(Shop.population(builder.build()), Shop.PURCHASES);
        return (ComplementModel) Trainers.train(data, options, 1, Shop.CLOCK, Progress.none());
    }

    /// Five baskets: tent and pegs together in two, tent in three, pegs in two, soap in three.
    private void shop() {
        buys("a", 0, "1", "tent", "pegs", "pegs");
        buys("a", 0, "2", "soap");
        buys("b", 1, "3", "tent", "pegs", "soap");
        buys("b", 9, "4", "tent");
        buys("c", 2, "5", "soap");
    }

    @Test
    void pairsAreCountedByBasketNotByUser() {
        shop();
        ComplementModel model = train(PAIRS);
        assertEquals(5, model.baskets());
        Together pair = model.together(TENT, PEGS).orElseThrow();
        assertEquals(new Together(2, 3, 2, 5), pair);
        assertEquals(2.0 / 5, pair.support());
        assertEquals(2.0 / 3, pair.confidence());
        assertEquals(5.0 / 3, pair.lift(), 1e-15);
        assertEquals(
                1, model.together(PEGS, TENT).orElseThrow().confidence(), "every basket with pegs has a tent as well");
        assertEquals(Optional.empty(), model.together(SOAP, TENT), "no more often than by chance");
        assertEquals(Optional.empty(), model.together(SOAP, new ItemId("unheard of")));
    }

    @Test
    void whatGoesWithAnItemComesWithItsBaskets() {
        shop();
        List<Recommendation> list = train(PAIRS).recommend(List.of(new HistoryItem(TENT, 1)), 5, Set.of());
        assertEquals(List.of("pegs"), Shop.items(list));
        assertEquals(
                List.of(new Recommendation.Evidence(
                        TENT, list.getFirst().score(), Optional.of(new Together(2, 3, 2, 5)))),
                list.getFirst().evidence());
        assertEquals(
                new Together(2, 3, 2, 5).logLikelihoodRatio(), list.getFirst().score());
    }

    @Test
    void aPairNeedsItsSupport() {
        shop();
        assertTrue(train(PAIRS.with("min-support", 2)).together(TENT, PEGS).isPresent());
        assertFalse(train(PAIRS.with("min-support", 3)).together(TENT, PEGS).isPresent());
    }

    @Test
    void measuresOrderPairsOtherwise() {
        buys("a", 0, "1", "tent", "pegs");
        buys("a", 1, "2", "tent", "pegs");
        buys("a", 2, "3", "pegs");
        buys("b", 3, "4", "tent", "lamp");
        buys("b", 4, "5", "tent");
        buys("b", 5, "6", "soap");
        buys("b", 6, "7", "soap");
        List<HistoryItem> tent = List.of(new HistoryItem(TENT, 1));
        assertEquals(
                List.of("lamp", "pegs"),
                Shop.items(train(PAIRS.with("measure", "lift")).recommend(tent, 5, Set.of())));
        List<Recommendation> sure = train(PAIRS.with("measure", "confidence")).recommend(tent, 5, Set.of());
        assertEquals(List.of("pegs", "lamp"), Shop.items(sure));
        assertEquals(0.5, sure.getFirst().score());
    }

    /// Without orders and sessions the day in UTC is the basket.
    @Test
    void whereNoOrderIsNamedTheDayIsTheBasket() {
        Instant night = Instant.parse("2026-02-01T23:59:59Z");
        builder.event("a", night, "purchase", "tent", Double.NaN);
        builder.event("a", night.minusSeconds(80_000), "purchase", "pegs", Double.NaN);
        builder.event("a", night.plusSeconds(2), "purchase", "soap", Double.NaN);
        builder.event("b", night, "purchase", "soap", Double.NaN, Map.of("order_id", "7"));
        builder.event("b", night, "purchase", "lamp", Double.NaN);
        ComplementModel model = train(PAIRS);
        assertEquals(4, model.baskets(), "a's two days, b's order and b's day besides it");
        assertTrue(model.together(TENT, PEGS).isPresent());
        assertEquals(Optional.empty(), model.together(TENT, SOAP));
        assertEquals(3, train(PAIRS.with("basket", "day")).baskets());
    }

    /// SciPy 1.17.1: chi2_contingency(table, correction=False, lambda_="log-likelihood").
    @Test
    void logLikelihoodRatioMatchesSciPy() {
        assertEquals(80.72852358344737, new Together(34, 120, 98, 2000).logLikelihoodRatio(), 1e-11);
        assertEquals(7.718604884147403, new Together(3, 3, 4, 10).logLikelihoodRatio(), 1e-12);
    }

    @Test
    void tablesKeepTheBaskets() {
        shop();
        ComplementModel model = train(PAIRS);
        ComplementModel again = (ComplementModel) model.tables().toModel();
        assertEquals(model.together(TENT, PEGS), again.together(TENT, PEGS));
        assertEquals(model.together(PEGS, TENT), again.together(PEGS, TENT));
        assertEquals(model.baskets(), again.baskets());
    }
}
