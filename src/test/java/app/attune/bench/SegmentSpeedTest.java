package app.attune.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.segments.Condition;
import app.attune.segments.SegmentEvaluator;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Segments of a large shop beside DuckDB: the same questions, the same answers, warm, nothing remembered of an answer.
@Tag("bench")
class SegmentSpeedTest {
    private final int rows = ShopEvents.rows();

    @Test
    void questionsOfTheBuilder() throws Exception {
        Shop shop = Shop.open(rows);
        SideBySide table =
                new SideBySide(String.format(Locale.ROOT, "Segments of %,d events, %s", rows, ShopEvents.name(rows)));
        EventFrame events = shop.population().events();
        indexes(events, table);
        try (ShopPeer peer = ShopPeer.open(rows)) {
            for (ShopQuery query : List.of(ShopQuery.S1, ShopQuery.S2, ShopQuery.S3, ShopQuery.S4)) {
                members(query, new Sides(shop, peer), table);
            }
            some(new Sides(shop, peer), table);
            days(new Sides(shop, peer), table);
            members(ShopQuery.S7, new Sides(shop, peer), table);
        }
        edits(shop, table);
        table.print();
    }

    private record Sides(Shop shop, ShopPeer peer) {}

    private static void members(ShopQuery query, Sides sides, SideBySide table) throws Exception {
        long[] members = sides.shop().numbers(query.members(sides.shop()));
        assertTrue(members.length > 0, query.name());
        for (String sql : query.sql()) {
            assertArrayEquals(sides.peer().ask(sql + " ORDER BY 1"), members, sql);
        }
        String quickest = ShopSql.count(sides.peer().quickest(query.sql()));
        table.add(
                query.name(),
                String.format(Locale.ROOT, "%,d users", members.length),
                SideBySide.measure(query.goal(), () -> query.members(sides.shop())),
                SideBySide.measure(0, () -> sides.peer().ask(quickest)));
    }

    /// How many users s4 means, and 50 of them.
    private static void some(Sides sides, SideBySide table) throws Exception {
        String sql = ShopSql.countAndSome(sides.peer().quickest(ShopQuery.S4.sql()));
        long[] theirs = sides.peer().ask(sql);
        RoaringBitmap members = ShopQuery.S4.members(sides.shop());
        Set<String> ids = new HashSet<>(sides.shop().ids(members));
        assertEquals(theirs[0], ids.size());
        assertTrue(Arrays.stream(theirs).skip(1).allMatch(user -> ids.contains("u" + user)));
        table.add(
                "s5 size of s4 and 50 users",
                String.format(Locale.ROOT, "%,d users", theirs[0]),
                SideBySide.measure(
                        50,
                        () -> assertEquals(
                                theirs.length - 1,
                                sides.shop()
                                        .ids(ShopQuery.S4.members(sides.shop()).limit(50))
                                        .size())),
                SideBySide.measure(0, () -> sides.peer().ask(sql)));
    }

    /// Users of s3 who are active on each day.
    private static void days(Sides sides, SideBySide table) throws Exception {
        long[] ours = sides.shop().activeByDay(ShopQuery.S3.members(sides.shop()));
        for (String sql : ShopSql.S6) {
            assertArrayEquals(sides.peer().ask(sql), ours, sql);
        }
        String quickest = sides.peer().quickest(ShopSql.S6);
        table.add(
                "s6 users of s3 active by day",
                ours.length + " days",
                SideBySide.measure(30, () -> sides.shop().activeByDay(ShopQuery.S3.members(sides.shop()))),
                SideBySide.measure(0, () -> sides.peer().ask(quickest)));
    }

    /// What is made once for a frame, when it is first asked for.
    private static void indexes(EventFrame events, SideBySide table) throws Exception {
        BenchTable.Cost items = BenchTable.measure(() -> events.indexes().ofItems(Progress.none()));
        boolean[] purchases = new boolean[events.types().size()];
        purchases[events.types().find("purchase").orElseThrow()] = true;
        BenchTable.Cost types = BenchTable.measure(() -> events.ofTypes(purchases, List.of(), Progress.none()));
        table.note("rows by item, once", items.words());
        table.note("purchases apart, once", types.words());
    }

    /// ALL, ANY and NONE over parts that are known.
    private static void edits(Shop shop, SideBySide table) throws Exception {
        SegmentEvaluator evaluator = new SegmentEvaluator();
        ShopQuery.S4.members(shop, evaluator);
        long start = System.nanoTime();
        for (Condition edit : ShopQuery.edits()) {
            evaluator.members(edit, shop.population(), ShopQuery.AS_OF, Progress.none());
        }
        double millis = (System.nanoTime() - start) / 1e6 / ShopQuery.edits().size();
        table.note("an edit over known parts", String.format(Locale.ROOT, "%.2f ms, goal <= 5", millis));
        EventFrame events = shop.population().events();
        double bytes = events.indexes().bytes();
        table.note(
                "memory of what is made once",
                String.format(Locale.ROOT, "%.0f MB, %.1f bytes an event", bytes / 1e6, bytes / events.eventCount()));
    }
}
