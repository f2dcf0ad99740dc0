package app.attune.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.segments.Condition;
import app.attune.segments.SegmentEvaluator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Segments of a large shop beside DuckDB: the same questions, the same answers, warm, nothing remembered of an answer.
@Tag("bench")
class SegmentSpeedTest {
    private final int rows = ShopEvents.rows();

    @Test
    void questionsOfTheBuilder() throws Exception {
        Shop shop = Shop.open(rows);
        SideBySide table = new SideBySide(String.format(Locale.ROOT, "Segments of %,d events", rows));
        EventFrame events = shop.population().events();
        indexes(events, table);
        try (ShopPeer peer = ShopPeer.open(rows)) {
            for (ShopQuery query : List.of(ShopQuery.S1, ShopQuery.S3, ShopQuery.S4)) {
                long[] members = shop.numbers(query.members(shop));
                assertTrue(members.length > 0, query.name());
                assertArrayEquals(peer.ask(query.sql() + " ORDER BY 1"), members, query.name());
                table.add(
                        query.name(),
                        members.length + " users",
                        SideBySide.measure(query.goal(), () -> query.members(shop)),
                        SideBySide.measure(0, () -> peer.ask("SELECT count(*) FROM (" + query.sql() + ")")));
            }
        }
        edits(shop, table);
        table.print();
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
