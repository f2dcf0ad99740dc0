package app.attune.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.events.EventFrame;
import app.attune.events.EventsFixture;
import app.attune.events.FrameCache;
import app.attune.events.read.FileFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ways to keep events in H2: rows read by H2 itself, rows of dictionary positions, rows told apart by an index on
/// their ids, and the chunks of columns that an import writes.
@Tag("bench")
class StoreSpeedTest {
    /// An index on random ids is so slow that fewer rows must do.
    private static final int FEWER = 5;

    @TempDir
    Path folder;

    private final int rows = ShopEvents.rows();

    @Test
    void storing() throws Exception {
        Path csv = ShopEvents.file(rows);
        Path less = ShopEvents.file(rows / FEWER);
        BenchTable table = new BenchTable(String.format(Locale.ROOT, "Storing %,d rows in H2", rows));
        store(table, "our chunks, de-duplicated", rows, file -> importFile(csv, file));
        EventFrame frame = frame("our chunks, de-duplicated");
        store(table, "coded rows in batches", rows, file -> {
            try (H2Rows h2 = new H2Rows(file)) {
                h2.insertCoded(frame, "UUID");
            }
        });
        store(table, "CREATE TABLE AS CSVREAD", rows, file -> {
            try (H2Rows h2 = new H2Rows(file)) {
                h2.readCsv(csv);
            }
        });
        importFile(less, place("less"));
        EventFrame lessFrame = frame("less");
        store(table, "coded rows, UNIQUE on the id", rows / FEWER, file -> {
            try (H2Rows h2 = new H2Rows(file)) {
                h2.insertCoded(lessFrame, "UUID UNIQUE");
            }
        });
        store(table, "MERGE on the id from CSVREAD", rows / FEWER, file -> {
            try (H2Rows h2 = new H2Rows(file)) {
                h2.mergeCsv(less);
            }
        });
        table.print();
    }

    @FunctionalInterface
    private interface Way {
        void into(Path file) throws Exception;
    }

    private void store(BenchTable table, String what, int count, Way way) throws Exception {
        Path file = place(what);
        BenchTable.Cost cost = BenchTable.measure(() -> way.into(file));
        table.note(
                what,
                String.format(
                        Locale.ROOT,
                        "%,d rows: %s; a million rows %.1f s CPU, %.0f MB",
                        count,
                        cost.words(),
                        cost.cpu() * 1e6 / count,
                        Files.size(file) / 1e6 * 1e6 / count));
    }

    private Path place(String what) {
        return folder.resolve(what.replaceAll("[^A-Za-z]", "") + ".mv.db");
    }

    private static void importFile(Path csv, Path file) {
        try (EventsFixture events = new EventsFixture(Database.open(file), FrameCache.none())) {
            assertTrue(events.service
                    .importFile(csv, FileFormat.csv(), ShopEvents.mapping(), Progress.none())
                    .addsUp());
        }
    }

    private EventFrame frame(String what) {
        try (EventsFixture events = new EventsFixture(Database.open(place(what)), FrameCache.none())) {
            return events.frame();
        }
    }
}
