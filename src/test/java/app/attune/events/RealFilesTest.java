package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.events.read.RejectReason;
import app.attune.events.store.MappedFrameCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Public data sets import with the counts their descriptions state.
@Tag("conformance")
class RealFilesTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");

    @TempDir
    Path folder;

    @Test
    void everyRowOfOnlineRetailIsAccountedForAndASecondImportAddsNothing() throws IOException {
        Path file = DATA.resolve("online-retail/online-retail.csv.gz");
        Path stored = folder.resolve("store.mv.db");
        try (EventsFixture events = new EventsFixture(Database.open(stored), new MappedFrameCache(folder))) {
            long from = System.nanoTime();
            ImportReport first = events.importGuessed(file);
            long millis = (System.nanoTime() - from) / 1_000_000;
            assertEquals(541_909, first.read());
            assertTrue(first.addsUp());
            assertEquals(5_268, first.exactDuplicates());
            assertEquals(135_080, first.quarantinedByReason().get(RejectReason.NO_USER));
            assertEquals(406_829, first.accepted());
            assertEquals(135_080, first.quarantined());
            ImportReport second = events.importGuessed(file);
            assertEquals(0, second.accepted());
            assertEquals(406_829, second.alreadyPresent());
            assertTrue(second.addsUp());
            checkPurchases(events.frame());
            long bytes = Files.size(stored);
            System.getLogger("bench")
                    .log(
                            System.Logger.Level.INFO,
                            "online-retail: {0} rows/s, {1} bytes a row in the store",
                            first.read() * 1_000 / Math.max(millis, 1),
                            bytes / first.accepted());
        }
    }

    private static void checkPurchases(EventFrame frame) {
        int purchase = frame.types().find("purchase").orElseThrow();
        int[] rows = IntStream.range(0, frame.eventCount())
                .filter(row -> frame.type(row) == purchase)
                .toArray();
        assertEquals(397_884, rows.length);
        assertEquals(8_911_407.90, IntStream.of(rows).mapToDouble(frame::value).sum(), 0.01);
        TextColumn orders = (TextColumn) frame.property("order_id").orElseThrow();
        assertEquals(
                18_532,
                IntStream.of(rows).map(row -> orders.codes()[row]).distinct().count());
        assertEquals(4_372, frame.userCount());
        assertTrue(frame.users().find("17850").isPresent());
        assertEquals("2010-12-01T08:26:00Z", frame.span().orElseThrow().from().toString());
    }

    @Test
    void movieRatingsImportAllHundredThousand() {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importGuessed(DATA.resolve("movielens-100k/u.data"));
            assertEquals(100_000, report.read());
            assertEquals(100_000, report.accepted());
            EventFrame frame = events.frame();
            assertEquals(943, frame.userCount());
            assertEquals(1_682, frame.itemCount());
            assertEquals("rating", frame.types().text(0));
            assertTrue(frame.span().orElseThrow().from().toString().startsWith("1997-09-20"));
        }
    }

    @Test
    void analyticsJsonLinesImportByTheirFlatFields() {
        try (EventsFixture events = new EventsFixture()) {
            ImportReport report = events.importGuessed(DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz"));
            assertEquals(24_219, report.read());
            assertEquals(24_219, report.accepted());
            EventFrame frame = events.frame();
            assertEquals(19_210, frame.userCount());
            assertEquals(17, frame.types().size());
            assertTrue(frame.span().orElseThrow().from().toString().startsWith("2020-"));
            assertEquals(
                    24_219,
                    events.service
                            .dryRun(
                                    DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz"),
                                    events.service.detect(DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz")),
                                    events.service.guess(events.service.preview(
                                            DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz"),
                                            events.service.detect(DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz")))),
                                    Progress.none())
                            .alreadyPresent());
        }
    }
}
