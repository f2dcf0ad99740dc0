package app.attune.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.events.EventFrame;
import app.attune.events.EventsFixture;
import app.attune.events.ImportReport;
import app.attune.events.read.FileFormat;
import app.attune.events.store.MappedFrameCache;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Import, re-import and opening beside DuckDB: the same file, both durable, both exactly de-duplicated by event id.
///
/// The import is measured twice, each time into an empty store beside an empty store of the peer's: the first pays for
/// compiling our code, which a peer in machine code need not do; the second is what a workbench that is open costs.
@Tag("bench")
class ImportSpeedTest {
    private static final int OPENINGS = 3;
    private static final String STORE = "store.mv.db";

    /// More than either side asks the system for.
    private static final int GIGABYTES = 6;

    @TempDir
    Path folder;

    private final int rows = ShopEvents.rows();

    @Test
    void importAndOpening() throws Exception {
        Path csv = ShopEvents.file(rows);
        BenchTable table = new BenchTable(String.format(Locale.ROOT, "Import of %,d rows", rows));
        AtomicLong accepted = new AtomicLong();
        AtomicLong peers = new AtomicLong();
        WarmMachine.warm(GIGABYTES, csv);
        resetPeaks();
        BenchTable.Cost imported = BenchTable.measure(() -> accepted.set(importFile(csv)));
        long peak = peak();
        long bytes = Files.size(store());
        BenchTable.Cost framed = BenchTable.measure(() -> assertEquals(accepted.get(), open().eventCount()));
        BenchTable.Cost again = BenchTable.measure(() -> assertEquals(0, importFile(csv)));
        BenchTable.Cost duck = BenchTable.measure(() -> peers.set(duckDb(csv)));
        long duckBytes = Files.size(folder.resolve("peer.duckdb"));
        BenchTable.Cost duckAgain = BenchTable.measure(() -> assertEquals(peers.get(), duckDb(csv)));
        assertEquals(accepted.get(), peers.get());
        String limit = String.format(Locale.ROOT, "%.2f s to read the file at 3.1 GB/s", Files.size(csv) / 3.1e9);
        table.compare("import, the first of the process", imported, "DuckDB", duck, limit);
        second(table, csv, limit);
        table.compare("import, then frame and sidecar", plus(imported, framed), "DuckDB", duck, limit);
        table.compare("import of the same file again", again, "DuckDB", duckAgain, limit);
        opening(table);
        table.note("rows", String.format(Locale.ROOT, "%,d read, %,d kept by both", rows, accepted.get()));
        table.note("rows per second of CPU", String.format(Locale.ROOT, "%,.0f", rows / imported.cpu()));
        table.note(
                "bytes per kept row",
                String.format(Locale.ROOT, "ours %.1f, DuckDB %.1f", each(bytes, accepted), each(duckBytes, accepted)));
        table.note("peak of the heap's pools", String.format(Locale.ROOT, "%,d MB, garbage included", peak >> 20));
        table.print();
    }

    private void second(BenchTable table, Path csv, String limit) throws Exception {
        Path empty = Files.createDirectory(folder.resolve("second"));
        BenchTable.Cost imported = BenchTable.measure(() -> importFile(csv, empty));
        BenchTable.Cost duck = BenchTable.measure(() -> duckDb(csv, empty));
        table.compare("import, the second", imported, "DuckDB", duck, limit);
    }

    private void opening(BenchTable table) throws Exception {
        String limit =
                String.format(Locale.ROOT, "%.2f s to read the sidecar at 3.1 GB/s", Files.size(sidecar()) / 3.1e9);
        table.alone("open from the sidecar", BenchTable.best(OPENINGS, this::open), limit);
        BenchTable.Cost rebuilt = BenchTable.best(OPENINGS, () -> {
            Files.delete(sidecar());
            open();
        });
        table.alone("open without the sidecar", rebuilt, limit);
    }

    private EventFrame open() {
        try (EventsFixture events = events(folder)) {
            EventFrame frame = events.store.frame(Progress.none());
            assertTrue(frame.eventCount() > 0);
            return frame;
        }
    }

    private long importFile(Path csv) {
        return importFile(csv, folder);
    }

    private long importFile(Path csv, Path into) {
        try (EventsFixture events = events(into)) {
            ImportReport report =
                    events.service.importFile(csv, FileFormat.csv(), ShopEvents.mapping(), Progress.none());
            assertEquals(rows, report.read());
            assertTrue(report.addsUp());
            return report.accepted();
        }
    }

    private long duckDb(Path csv) throws Exception {
        return duckDb(csv, folder);
    }

    private static long duckDb(Path csv, Path into) throws Exception {
        try (DuckDb duckDb = new DuckDb(into.resolve("peer.duckdb"))) {
            return duckDb.append(csv);
        }
    }

    private EventsFixture events(Path into) {
        return new EventsFixture(Database.open(into.resolve(STORE)), new MappedFrameCache(into));
    }

    private Path store() {
        return folder.resolve(STORE);
    }

    private Path sidecar() {
        return folder.resolve("events.frame");
    }

    private static double each(long bytes, AtomicLong rows) {
        return (double) bytes / rows.get();
    }

    private static BenchTable.Cost plus(BenchTable.Cost a, BenchTable.Cost b) {
        return new BenchTable.Cost(a.cpu() + b.cpu(), a.wall() + b.wall());
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
