package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        EventRows rows = EventRows.of(EventCells.of(frame()), choice, Progress.none());
        return IntStream.range(0, rows.size()).map(rows::row).boxed().toList();
    }

    private static List<Integer> ordered(EventSort sort) {
        return rows(EventChoice.all().sortedBy(sort));
    }

    @Test
    void everyOrderIsAsItSays() {
        assertEquals(List.of(1, 4, 3, 2, 0), ordered(EventSort.newestFirst()));
        assertEquals(List.of(0, 2, 3, 4, 1), ordered(EventSort.up("time")));
        assertEquals(List.of(2, 3, 4, 0, 1), ordered(EventSort.up("user")));
        assertEquals(List.of(0, 1, 2, 3, 4), ordered(EventSort.down("user")));
    }

    @Test
    void eventsWithoutAValueComeLastBothWays() {
        assertEquals(List.of(1, 4, 0, 2, 3), ordered(EventSort.down("value")));
        assertEquals(List.of(4, 1, 0, 2, 3), ordered(EventSort.up("value")));
    }

    @Test
    void filtersTakePartsOfIdsAndNamesAndCombine() {
        EventChoice oldest = EventChoice.all().sortedBy(EventSort.up("time"));
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
        EventRows none =
                EventRows.of(EventCells.of(new EventFrameBuilder().build()), EventChoice.all(), Progress.none());
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
        EventRows rows = EventRows.of(
                EventCells.of(frame), EventChoice.all().sortedBy(EventSort.down("value")), Progress.none());
        assertEquals(expected, IntStream.range(0, 3000).map(rows::row).boxed().toList());
        assertEquals(17, rows.place(rows.row(17)));
    }

    private static Progress cancelled() {
        return new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
    }

    @Test
    void choosingStopsWhenNobodyWantsIt() {
        assertThrows(
                CancellationException.class,
                () -> EventRows.of(EventCells.of(frame()), EventChoice.all(), cancelled()));
    }

    @Test
    void columnsNameWhatTheyHold() {
        EventCells cells = EventCells.of(frame());
        assertEquals(
                List.of("time", "user", "type", "item", "item_name", "value", "device"),
                cells.fields().stream().map(EventCells.Field::name).toList());
    }

    @Test
    void cellsReadForPeopleAndForPrograms() {
        EventCells cells = EventCells.of(frame());
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
                """, new RowText(cells, cells.fields()).tsv(new int[] {4, 3}, Progress.none()));
    }

    private static List<Integer> filtered(String... filters) {
        List<ColumnFilter> all = Arrays.stream(filters).map(ColumnFilter::parse).toList();
        return rows(new EventChoice("", "", "", all, EventSort.none()));
    }

    @Test
    void filtersOnColumnsMeanWhatTheySay() {
        assertEquals(List.of(0, 1), filtered("user=zoe"));
        assertEquals(List.of(2, 3, 4), filtered("user!=zoe"));
        assertEquals(List.of(2, 3, 4), filtered("user~DA"));
        assertEquals(List.of(1), filtered("value>0"));
        assertEquals(List.of(4), filtered("value<=-3"));
        assertEquals(List.of(1, 4), filtered("value:-3..2000"));
        assertEquals(List.of(0, 2, 3), filtered("value:empty"));
        assertEquals(List.of(1, 4), filtered("value:filled"));
        assertEquals(List.of(3), filtered("item:empty"));
        assertEquals(List.of(0, 1, 2, 3, 4), filtered("time=2026-10-01"));
        assertEquals(List.of(2), filtered("time=2026-10-01T08:00:20"));
        assertEquals(List.of(), filtered("time>2026-10"));
        assertEquals(List.of(1, 4), filtered("time>=2026-10-01 08:00:40"));
        assertEquals(List.of(4), filtered("value:filled", "user~a"));
    }

    @Test
    void filtersThatCannotBeReadSayWhy() {
        for (String filter : List.of("value>many", "type>5", "time=yesterday", "nothing", "=5", "absent=1")) {
            ProblemException problem = assertThrows(ProblemException.class, () -> filtered(filter));
            assertTrue(
                    List.of("data.bad-filter", "data.unknown-column")
                            .contains(problem.problem().code()),
                    filter);
        }
    }

    @Test
    void everyColumnOrdersBothWaysWithMissingValuesLast() {
        assertEquals(List.of(2, 4, 0, 1, 3), ordered(EventSort.up("item_name")));
        assertEquals(List.of(0, 1, 2, 4, 3), ordered(EventSort.down("item_name")));
        assertEquals(List.of(4, 0, 1, 2, 3), ordered(EventSort.up("device")));
        assertEquals(List.of(0, 1, 4, 2, 3), ordered(EventSort.down("device")));
        assertEquals(List.of(0, 1, 2, 3, 4), ordered(EventSort.none()));
    }

    @Test
    void aThirdClickTakesTheOrderAway() {
        EventSort first = EventSort.newestFirst().next("value");
        assertEquals(EventSort.up("value"), first);
        assertEquals(EventSort.down("value"), first.next("value"));
        assertEquals(EventSort.none(), first.next("value").next("value"));
        assertEquals(EventSort.down("value"), EventSort.parse("value desc"));
    }

    @Test
    void exportedRowsAreTheChosenOnesInTheirOrderAndRunNothing(@TempDir Path folder) throws IOException {
        EventFrame frame = new EventFrameBuilder()
                .event("=cmd|' /C calc'!A0", START, "view", "", -3, Map.of("note", "+1, or so", "score", "-2"))
                .event("bob", START.plusSeconds(5), "@view", "", Double.NaN, Map.of("note", "fine"))
                .build();
        EventCells cells = EventCells.of(frame);
        EventRows rows = EventRows.of(cells, EventChoice.all(), Progress.none());
        EventFile.Written written =
                EventFile.write(rows, cells.fields(), folder.resolve("events.csv"), Progress.none());
        assertEquals(
                List.of(
                        "time,user,type,item,value,note,score",
                        "2026-10-01T08:00:05Z,bob,'@view,,,fine,",
                        "2026-10-01T08:00:00Z,'=cmd|' /C calc'!A0,view,,-3,\"'+1, or so\",-2"),
                Files.readAllLines(folder.resolve("events.csv")));
        assertEquals(3, written.neutralised());
        assertEquals(2, written.rows());
    }

    @Test
    void aCancelledExportLeavesNoFile(@TempDir Path folder) throws IOException {
        EventCells cells = EventCells.of(frame());
        EventRows rows = EventRows.of(cells, EventChoice.all(), Progress.none());
        assertThrows(
                CancellationException.class,
                () -> EventFile.write(rows, cells.fields(), folder.resolve("events.csv"), cancelled()));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void profilesAreExact() {
        List<ColumnProfile> profiles = ColumnProfiler.of(EventCells.of(frame()), Progress.none());
        assertEquals(
                List.of(0L, 0L, 0L, 1L, 1L, 3L, 2L),
                profiles.stream().map(ColumnProfile::missing).toList());
        assertEquals(
                List.of(5L, 2L, 3L, 2L, 2L, 2L, 2L),
                profiles.stream().map(ColumnProfile::distinct).toList());
        assertEquals(
                new ColumnProfile.Words(
                        List.of(
                                new ColumnProfile.TextCount("purchase", 2),
                                new ColumnProfile.TextCount("view", 2),
                                new ColumnProfile.TextCount("login", 1)),
                        0),
                profiles.get(2).spread());
        ColumnProfile.Amounts values =
                assertInstanceOf(ColumnProfile.Amounts.class, profiles.get(5).spread());
        assertEquals(List.of(-3.0, 615.75, 1234.5), List.of(values.least(), values.median(), values.greatest()));
        assertEquals(2, values.bins().stream().mapToLong(Long::longValue).sum());
    }
}
