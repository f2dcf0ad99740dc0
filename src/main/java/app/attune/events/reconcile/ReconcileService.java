package app.attune.events.reconcile;

import app.attune.core.Progress;
import app.attune.events.ChunkColumns;
import app.attune.events.EventStore;
import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import app.attune.events.StoredEvents;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sums up the events of the log and compares them with what a server says it has. Thread-safe.
public final class ReconcileService {
    private static final long MILLIS_A_DAY = 86_400_000L;

    private final EventStore store;

    public ReconcileService(EventStore store) {
        this.store = store;
    }

    /// By source and day, in that order. Cost: one pass over the log, one MD5 an event.
    public List<DaySum> sums(Progress progress) {
        Map<Long, String> sources =
                store.imports().stream().collect(Collectors.toMap(ImportReport::importId, ImportReport::sourceName));
        Summing summing = new Summing(new StoredEvents(store), sources, progress);
        store.readChunks(
                RowKind.EVENTS,
                List.of(ChunkColumns.USER, ChunkColumns.TIME, ChunkColumns.TYPE, ChunkColumns.ITEM, ChunkColumns.VALUE),
                chunk -> summing.take(chunk.importId(), summing.events.of(chunk)),
                progress);
        return summing.sums();
    }

    /// What differs from the server's manifest, by source and day.
    public Reconciliation compare(List<DaySum> theirs, Progress progress) {
        return Reconciliation.of(sums(progress), theirs);
    }

    private static final class Summing {
        private final StoredEvents events;
        private final Map<Long, String> sources;
        private final Progress progress;
        private final Map<String, Map<Long, long[]>> sums = new TreeMap<>();
        private final RowHash hash = new RowHash();

        Summing(StoredEvents events, Map<Long, String> sources, Progress progress) {
            this.events = events;
            this.sources = sources;
            this.progress = progress;
        }

        void take(long importId, StoredEvents.Rows rows) {
            progress.checkpoint();
            Map<Long, long[]> days =
                    sums.computeIfAbsent(sources.getOrDefault(importId, "import " + importId), name -> new TreeMap<>());
            for (int row = 0; row < rows.size(); row++) {
                if (rows.isKnown(row)) {
                    add(days, rows, row);
                }
            }
        }

        private void add(Map<Long, long[]> days, StoredEvents.Rows rows, int row) {
            long time = rows.time(row);
            hash.start(rows.user(row), time).finish(rows.type(row), rows.item(row), rows.value(row));
            long[] sum = days.computeIfAbsent(Math.floorDiv(time, MILLIS_A_DAY), day -> new long[3]);
            sum[0]++;
            sum[1] += hash.high();
            sum[2] += hash.low();
        }

        List<DaySum> sums() {
            return sums.entrySet().stream()
                    .flatMap(source -> source.getValue().entrySet().stream().map(day -> {
                        long[] sum = day.getValue();
                        LocalDate date = LocalDate.ofEpochDay(day.getKey());
                        return new DaySum(source.getKey(), date, sum[0], sum[1], sum[2]);
                    }))
                    .toList();
        }
    }
}
