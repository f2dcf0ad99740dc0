package app.attune.segments.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.ConditionSentence;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.SegmentService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class BasketsTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    private final EventFrameBuilder shop = new EventFrameBuilder();
    private int buyers;

    @Test
    void pairsThatNobodyCanBeOfferedAreLeftOutAndCounted() {
        orders(7, "pole", "tent");
        orders(2, "tent");
        orders(6, "lamp", "wick");
        orders(1, "lamp");
        orders(2, "wick");
        orders(11, "rope");
        BasketsFound found = service().baskets(BasketLimits.DEFAULT, AS_OF, Progress.none());
        assertEquals(
                List.of("lamp"),
                found.pairs().stream().map(BoughtTogether::first).toList());
        assertEquals(1, found.nobody());
        assertEquals(1, found.pairs().getFirst().users());
    }

    @Test
    void limitsAreTakenAsAsked() {
        orders(6, "pole", "tent");
        orders(1, "pole");
        orders(2, "lamp", "wick");
        orders(1, "lamp");
        orders(2, "wick");
        orders(2, "tent");
        orders(11, "rope");
        assertEquals(List.of("pole"), firsts(BasketLimits.DEFAULT));
        assertEquals(List.of("pole", "lamp"), firsts(new BasketLimits(2, 300, 1.2, 25)));
        assertEquals(List.of("pole"), firsts(new BasketLimits(2, 300, 1.2, 1)));
        assertEquals(List.of(), firsts(new BasketLimits(2, 2, 1.2, 25)), "rope is in most orders, and alone");
        assertEquals(List.of("lamp"), firsts(new BasketLimits(2, 300, 4, 25)));
    }

    private List<String> firsts(BasketLimits limits) {
        return service().baskets(limits, AS_OF, Progress.none()).pairs().stream()
                .map(BoughtTogether::first)
                .toList();
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        for (Executable limits : List.<Executable>of(
                () -> new BasketLimits(1, 300, 1.2, 25),
                () -> new BasketLimits(5, 1, 1.2, 25),
                () -> new BasketLimits(5, 2001, 1.2, 25),
                () -> new BasketLimits(5, 300, 0.9, 25),
                () -> new BasketLimits(5, 300, Double.NaN, 25),
                () -> new BasketLimits(5, 300, 1.2, 0))) {
            assertEquals(
                    "discover.limits",
                    assertThrows(ProblemException.class, limits).problem().code());
        }
    }

    @Test
    void pairsOfOneOrderAreCountedAsByHand() {
        orders(6, "pole", "tent");
        orders(2, "tent");
        orders(1, "pole");
        orders(11, "rope");
        List<BoughtTogether> pairs = found(AS_OF);
        assertEquals(1, pairs.size());
        BoughtTogether pair = pairs.getFirst();
        assertEquals(List.of("pole", "tent"), List.of(pair.first(), pair.second()));
        assertEquals(
                List.of(6, 7, 8, 20, 1),
                List.of(pair.both(), pair.ofFirst(), pair.ofSecond(), pair.orders(), pair.users()));
        assertEquals(6.0 / 7, pair.confidence(), 1e-12);
        assertEquals(6.0 * 20 / (7 * 8), pair.lift(), 1e-12);
        assertEquals(
                "Users with at least 1 purchase event whose item is pole, and not with at least 1 purchase event whose"
                        + " item is tent",
                ConditionSentence.byId().of(pair.condition()));
    }

    @Test
    void twoOrdersOfOneUserAreNotOneAndALineTwiceIsOne() {
        for (int i = 0; i < 6; i++) {
            buy("ann", "first-" + i, "tent", i);
            buy("ann", "first-" + i, "tent", i);
            buy("ann", "second-" + i, "pole", i);
        }
        assertEquals(List.of(), found(AS_OF));
    }

    @Test
    void anOrderAtTheTimeOrAfterItDoesNotCount() {
        orders(6, "pole", "tent");
        orders(6, "rope");
        orders(1, "pole");
        orders(1, "tent");
        assertEquals(List.of(), found(START));
        assertEquals(1, found(START.plusMillis(1)).size());
    }

    @Test
    void whatIsBoughtWithEverythingIsNoNews() {
        orders(6, "pole", "bag");
        orders(6, "rope", "bag");
        assertEquals(List.of(), found(AS_OF));
    }

    @Test
    void purchasesWithoutOrdersAreSaidToLackThem() {
        shop.event("ann", START, "purchase", "tent", 1);
        ProblemException problem = assertThrows(ProblemException.class, () -> found(AS_OF));
        assertEquals("discover.no-orders", problem.problem().code());
    }

    @Test
    void itCanBeCancelled() {
        orders(6, "pole", "tent");
        assertThrows(
                CancellationException.class,
                () -> service().baskets(BasketLimits.DEFAULT, AS_OF, new Progress() {
                    @Override
                    public void report(String stage, long done, long total) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                }));
    }

    private void orders(int count, String... items) {
        for (int i = 0; i < count; i++) {
            String buyer = "u" + buyers++;
            List.of(items).forEach(item -> buy(buyer, "o", item, 0));
        }
    }

    private void buy(String user, String order, String item, int day) {
        shop.event(user, START.plusSeconds(86_400L * day), "purchase", item, 1, Map.of("order_id", order));
    }

    private DiscoveryService service() {
        EventFrame frame = shop.build();
        List<Map<String, String>> people = new ArrayList<>();
        for (int i = 0; i < frame.userCount(); i++) {
            people.add(Map.of());
        }
        Population population = Population.agreeing(
                frame, new ColumnTable(frame.userCount(), EventFrameBuilder.columnsOf(people)), "shop");
        return new DiscoveryService(
                new SegmentService(new FakeSegmentStore(), progress -> population, Clock.systemUTC()));
    }

    private List<BoughtTogether> found(Instant asOf) {
        return service().baskets(BasketLimits.DEFAULT, asOf, Progress.none()).pairs();
    }
}
