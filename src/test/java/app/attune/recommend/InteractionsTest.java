package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class InteractionsTest {
    private static final Map<String, Double> WEIGHTS = Map.of("view", 1.0, "purchase", 3.0);

    private static EventFrame frame() {
        return new EventFrameBuilder()
                .event("u1", Shop.day(0), "view", "10", Double.NaN)
                .event("u1", Shop.day(1), "purchase", "10", Double.NaN)
                .event("u1", Shop.day(2), "view", "9", Double.NaN)
                .event("u1", Shop.day(3), "view", "9", Double.NaN)
                .event("u1", Shop.day(4), "search", "", Double.NaN)
                .event("u2", Shop.day(5), "view", "x", Double.NaN)
                .event("u2", Shop.day(6), "exposure", "10", Double.NaN)
                .build();
    }

    @Test
    void anIdThatStandsForManyIsTold() {
        PairWeights.Events events = new PairWeights.Events(2);
        events.add(0, (byte) 0, 1);
        events.add(1, (byte) 0, 2);
        ProblemException told = assertThrows(ProblemException.class, () -> events.add(2, (byte) 0, 3));
        assertEquals("recommend.user-too-large", told.problem().code());
        assertEquals(
                "One user has more than 2 interactions: such an id stands for many people.",
                told.problem().message());
    }

    @Test
    void columnsAreInRankingOrder() {
        Interactions data = Shop.interactions(Shop.population(frame()), InteractionOptions.once(WEIGHTS));
        assertEquals(
                List.of(new ItemId("9"), new ItemId("10"), new ItemId("x")),
                data.catalogue().items());
        assertEquals(2, data.users());
        assertEquals(3, data.pairs());
    }

    @Test
    void repeatedEventsCountOnceWithTheHeaviestWeightOrAreSummed() {
        Population population = Shop.population(frame());
        Interactions once = Shop.interactions(population, InteractionOptions.once(WEIGHTS));
        assertEquals(1, once.weight(0));
        assertEquals(3, once.weight(1));
        InteractionOptions summing =
                new InteractionOptions(new TreeMap<>(WEIGHTS), Repeats.SUMMED, InteractionOptions.ALL_TIME);
        Interactions summed = Shop.interactions(population, summing);
        assertEquals(2, summed.weight(0));
        assertEquals(4, summed.weight(1));
    }

    @Test
    void historyHasTheWeightsOfTheTrainingRow() {
        Population population = Shop.population(frame());
        InteractionOptions options =
                new InteractionOptions(new TreeMap<>(WEIGHTS), Repeats.SUMMED, InteractionOptions.ALL_TIME);
        assertEquals(
                List.of(new HistoryItem(new ItemId("9"), 2), new HistoryItem(new ItemId("10"), 4)),
                new Histories(population, options).of(0, population.defaultAsOf()));
        assertEquals(
                List.of(new HistoryItem(new ItemId("10"), 1)),
                new Histories(population, options).of(0, Shop.day(1)),
                "asOf itself lies outside");
    }

    @Test
    void usersWhoDenyConsentAreLeftOutAndCounted() {
        EventFrame frame = frame();
        Map<String, String> denied = Map.of("consent_personalisation", "DENIED");
        ColumnTable attributes = new ColumnTable(
                2, EventFrameBuilder.columnsOf(List.of(denied, Map.of("consent_personalisation", "GRANTED"))));
        Population population = Population.agreeing(frame, attributes, "h");
        InteractionLog log = InteractionSelection.select(population, InteractionOptions.once(WEIGHTS), Progress.none());
        assertEquals(1, log.usersWithoutConsent());
        assertEquals(1, log.size());
        assertEquals(List.of(), new Histories(population, InteractionOptions.once(WEIGHTS)).of(0, Shop.day(90)));
    }

    @Test
    void eventsOutsideTheHalfOpenWindowDoNotCount() {
        InteractionOptions options =
                new InteractionOptions(new TreeMap<>(WEIGHTS), Repeats.ONCE, new TimeWindow(Shop.day(1), Shop.day(5)));
        Interactions data = Shop.interactions(Shop.population(frame()), options);
        assertEquals(1, data.users());
        assertEquals(2, data.pairs());
        assertEquals(
                new TimeWindow(Shop.day(1), Shop.day(3)),
                options.before(Shop.day(3)).window());
        assertEquals(options, options.before(Shop.day(5)));
        InteractionOptions tooEarly = options.before(Shop.day(0));
        assertEquals(new TimeWindow(Shop.day(1), Shop.day(1)), tooEarly.window());
        RecommendService service = new RecommendService(new FakeModelStore(), Shop.CLOCK);
        assertEquals(
                "recommend.no-interactions",
                assertThrows(
                                ProblemException.class,
                                () -> service.popular(Shop.population(frame()), tooEarly, Progress.none()))
                        .problem()
                        .code());
    }

    @Test
    void suggestionLeavesOutWhatDoesNotSayThatSomebodyLikesAnItem() {
        assertEquals(
                Map.of("view", 1.0, "purchase", 3.0),
                InteractionOptions.suggestFor(frame()).weights());
    }

    @Test
    void whatWasTakenBackIsNoInterestWhateverItsTypeIsCalled() {
        EventFrame frame = new EventFrameBuilder()
                .event("u1", Shop.day(0), "purchase", "a", 10)
                .event("u1", Shop.day(1), "purchase", "b", -10)
                .event("u1", Shop.day(2), "adjustment", "c", 5)
                .event("u1", Shop.day(3), "refund", "d", 5)
                .event("u1", Shop.day(4), "Retoure", "e", 5)
                .event("u1", Shop.day(5), "write-off", "f", 5)
                .event("u1", Shop.day(6), "purchase", "g", 10, Map.of("quantity", "-1"))
                .event("u1", Shop.day(7), "correct", "h", -1)
                .build();
        InteractionOptions options = InteractionOptions.suggestFor(frame);
        assertEquals(Map.of("purchase", 3.0), options.weights());
        Population population = Shop.population(frame);
        assertEquals(
                1,
                InteractionSelection.select(population, options, Progress.none())
                        .size());
        assertEquals(
                List.of(new HistoryItem(new ItemId("a"), 3)),
                new Histories(population, options).of(0, population.defaultAsOf()));
        assertEquals(
                new EventTypeUse("purchase", 3, 2, 3),
                InteractionOptions.usesOf(frame).getFirst());
        assertEquals(1, InteractionOptions.usualWeightOf("refund"), "who chooses a type means it");
    }

    @Test
    void weightsOutsideTheirRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> InteractionOptions.once(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> InteractionOptions.once(Map.of("view", 0.0)));
        assertThrows(IllegalArgumentException.class, () -> InteractionOptions.once(Map.of("view", Double.NaN)));
    }

    @Test
    void selectionStopsWhenCancelled() {
        assertThrows(
                CancellationException.class,
                () -> InteractionSelection.select(Shop.tiny(), Shop.PURCHASES, new CancelledProgress()));
    }
}
