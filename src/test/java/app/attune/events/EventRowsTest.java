package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.Progress;
import app.attune.events.EventChoice.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EventRowsTest {
    private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

    /// Rows 0 and 1 are of zoe, 2 to 4 of Adam.
    private static EventFrame frame() {
        return new EventFrameBuilder()
                .item("sku-1", Map.of("name", "Green tea"))
                .item("sku-2", Map.of("name", "Black\ttea"))
                .event("zoe", START.plusSeconds(10), "view", "sku-1", Double.NaN, Map.of("device", "phone"))
                .event("zoe", START.plusSeconds(50), "purchase", "sku-1", 1234.5, Map.of("device", "phone"))
                .event("Adam", START.plusSeconds(20), "view", "sku-2", Double.NaN)
                .event("Adam", START.plusSeconds(30), "login", "", Double.NaN)
                .event("Adam", START.plusSeconds(40), "purchase", "sku-2", -3, Map.of("device", "a\nb"))
                .build();
    }

    private static List<Integer> rows(EventChoice choice) {
        EventRows rows = EventRows.of(frame(), choice, Progress.none());
        return IntStream.range(0, rows.size()).map(rows::row).boxed().toList();
    }

    private static List<Integer> ordered(Order order) {
        return rows(EventChoice.all().orderedBy(order));
    }

    @Test
    void everyOrderIsAsItSays() {
        assertEquals(List.of(1, 4, 3, 2, 0), ordered(Order.NEWEST_FIRST));
        assertEquals(List.of(0, 2, 3, 4, 1), ordered(Order.OLDEST_FIRST));
        assertEquals(List.of(2, 3, 4, 0, 1), ordered(Order.USER_UP));
        assertEquals(List.of(0, 1, 2, 3, 4), ordered(Order.USER_DOWN));
    }

    @Test
    void eventsWithoutAValueComeLastBothWays() {
        assertEquals(List.of(1, 4, 0, 2, 3), ordered(Order.HIGHEST_VALUE_FIRST));
        assertEquals(List.of(4, 1, 0, 2, 3), ordered(Order.LOWEST_VALUE_FIRST));
    }

    @Test
    void filtersTakePartsOfIdsAndNamesAndCombine() {
        EventChoice oldest = EventChoice.all().orderedBy(Order.OLDEST_FIRST);
        assertEquals(List.of(2, 3, 4), rows(oldest.withUser(" ADA ")));
        assertEquals(List.of(4, 1), rows(oldest.withType("purchase")));
        assertEquals(List.of(0, 1), rows(oldest.withItem("green")));
        assertEquals(List.of(2, 4), rows(oldest.withItem("SKU-2")));
        assertEquals(List.of(4), rows(oldest.withItem("tea").withUser("adam").withType("purchase")));
    }

    @Test
    void aFilterThatFitsNothingFindsNothing() {
        assertEquals(List.of(), rows(EventChoice.all().withType("refund")));
        assertEquals(List.of(), rows(EventChoice.all().withUser("nobody")));
    }

    @Test
    void aFrameWithoutEventsHasNoRows() {
        EventRows none = EventRows.of(new EventFrameBuilder().build(), EventChoice.all(), Progress.none());
        assertEquals(0, none.size());
        assertEquals(-1, none.place(0));
    }

    @Test
    void manyEventsAreOrderedAsASimpleSortWould() {
        SplittableRandom random = new SplittableRandom(7);
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int i = 0; i < 3000; i++) {
            builder.event("u" + random.nextInt(50), START.plusSeconds(random.nextInt(400)), "view", "", i % 7 - 3.5);
        }
        EventFrame frame = builder.build();
        List<Integer> expected =
                new ArrayList<>(IntStream.range(0, 3000).boxed().toList());
        expected.sort((one, other) -> Double.compare(frame.value(other), frame.value(one)));
        EventRows rows = EventRows.of(frame, EventChoice.all().orderedBy(Order.HIGHEST_VALUE_FIRST), Progress.none());
        assertEquals(expected, IntStream.range(0, 3000).map(rows::row).boxed().toList());
        assertEquals(17, rows.place(rows.row(17)));
    }

    @Test
    void choosingStopsWhenNobodyWantsIt() {
        Progress cancelled = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> EventRows.of(frame(), EventChoice.all(), cancelled));
    }

    @Test
    void columnsNameWhatTheyHoldAndWhatIsMissing() {
        EventCells cells = EventCells.of(frame(), Progress.none());
        assertEquals(
                List.of("time", "user", "type", "item", "item_name", "value", "device"),
                cells.fields().stream().map(EventCells.Field::name).toList());
        assertEquals(
                List.of(0.0, 0.0, 0.0, 0.2, 0.2, 0.6, 0.4),
                cells.fields().stream().map(EventCells.Field::missing).toList());
    }

    @Test
    void cellsReadForPeopleAndForPrograms() {
        EventCells cells = EventCells.of(frame(), Progress.none());
        assertEquals(
                List.of("2026-10-01 08:00:50", "zoe", "purchase", "sku-1", "Green tea", "1,234.50", "phone"),
                cells.fields().stream().map(field -> cells.shown(field, 1)).toList());
        assertEquals(
                List.of("2026-10-01 08:00:30", "Adam", "login", "-", "-", "-", "-"),
                cells.fields().stream().map(field -> cells.shown(field, 3)).toList());
        assertEquals("""
                time\tuser\ttype\titem\titem_name\tvalue\tdevice
                2026-10-01T08:00:40Z\tAdam\tpurchase\tsku-2\tBlack tea\t-3\ta b
                2026-10-01T08:00:30Z\tAdam\tlogin\t\t\t\t
                """, cells.tsv(cells.fields(), new int[] {4, 3}, Progress.none()));
    }
}
