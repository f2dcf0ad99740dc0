package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Interactions that count less with age.
final class DecayTest {
    private static final Map<String, Double> WEIGHTS = Map.of("view", 1.0, "purchase", 3.0);
    private static final InteractionOptions FIVE_DAYS =
            InteractionOptions.once(WEIGHTS).with(Decay.halfLife(5));

    /// u1: item 9 viewed on days 0 and 10, bought on day 0; item 10 viewed on day 5. The last event is u2's on day 10.
    private static Population population() {
        return Shop.population(new EventFrameBuilder()
                .event("u1", Shop.day(0), "view", "9", Double.NaN)
                .event("u1", Shop.day(0), "purchase", "9", Double.NaN)
                .event("u1", Shop.day(5), "view", "10", Double.NaN)
                .event("u1", Shop.day(10), "view", "9", Double.NaN)
                .event("u2", Shop.day(10), "view", "x", Double.NaN)
                .build());
    }

    @Test
    void aPairCountsByItsHeaviestEventOfThatAge() {
        Interactions data = Shop.interactions(population(), FIVE_DAYS);
        assertEquals(1, data.weight(0), "the view of today, not the purchase of 10 days ago: 3 / 4");
        assertEquals(0.5, data.weight(1));
        assertEquals(1, data.weight(2));
    }

    /// Likenesses are the same whatever an interaction weighs; so are the penalties that hold them back.
    @Test
    void slimFindsTheSameWhateverEverythingWeighs() {
        Population shop = Shop.withTastes(40, 6, 5);
        ItemWeights heavy = slim(shop, 1);
        ItemWeights light = slim(shop, 0.125);
        assertTrue(heavy.itemIdx().length > 0);
        assertArrayEquals(heavy.itemIdx(), light.itemIdx());
        assertArrayEquals(heavy.weights(), light.weights(), 1e-12);
    }

    private static ItemWeights slim(Population shop, double weight) {
        Interactions data = Shop.interactions(shop, InteractionOptions.once(Map.of("purchase", weight)));
        ModelTables tables = Trainers.train(
                        data, Algorithm.SLIM.usual().with("l1", 0.5), 1, Shop.CLOCK, Progress.none())
                .tables();
        return new ItemWeights(
                tables.intsOf("neighbours.offsets"),
                tables.intsOf("neighbours.items"),
                tables.doublesOf("neighbours.similarities"));
    }

    @Test
    void summedEventsCountByTheirAgeEach() {
        InteractionOptions summed = new InteractionOptions(
                new TreeMap<>(WEIGHTS), Repeats.SUMMED, InteractionOptions.ALL_TIME, Decay.halfLife(5));
        assertEquals(
                3 * 0.25 + 0.25 + 1, Shop.interactions(population(), summed).weight(0));
    }

    /// Half-open: what happens at that time is not history yet.
    @Test
    void aHistoryIsAsOldAsTheTimeItIsAskedFor() {
        Histories histories = new Histories(population(), FIVE_DAYS);
        assertEquals(
                List.of(new HistoryItem(new ItemId("9"), 0.75), new HistoryItem(new ItemId("10"), 0.5)),
                histories.of(0, Shop.day(10)));
        assertEquals(
                List.of(new HistoryItem(new ItemId("9"), 0.5), new HistoryItem(new ItemId("10"), 0.25)),
                histories.of(0, Shop.day(15)));
        assertEquals(List.of(new HistoryItem(new ItemId("9"), 1.5)), histories.of(0, Shop.day(5)));
    }

    @Test
    void whatIsOldNeverCountsNothing() {
        Interactions data =
                Shop.interactions(population(), InteractionOptions.once(WEIGHTS).with(Decay.halfLife(0.01)));
        assertEquals(StrictMath.pow(2, -30), data.weight(1));
        assertTrue(data.weight(0) > 0);
    }

    @Test
    void withoutAHalfLifeAgeDoesNotMatterAndNothingIsWrittenOfIt() {
        assertEquals(
                3,
                Shop.interactions(population(), InteractionOptions.once(WEIGHTS))
                        .weight(0));
        assertEquals(
                Set.of(),
                InteractionOptions.once(WEIGHTS).describe().keySet().stream()
                        .filter(name -> name.startsWith("half"))
                        .collect(java.util.stream.Collectors.toSet()));
        assertEquals("5.0", FIVE_DAYS.describe().get("half-life.days"));
        assertEquals(Decay.halfLife(5), FIVE_DAYS.before(Shop.day(3)).decay());
    }

    @Test
    void halfLivesOutsideTheirRangeAreNamed() {
        for (double days : new double[] {0, -1, 36_501, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Decay.halfLife(days));
        }
    }
}
