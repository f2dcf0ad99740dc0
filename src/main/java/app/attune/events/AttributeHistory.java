package app.attune.events;

import app.attune.core.Progress;
import app.attune.core.WholeMillis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The attributes of users at any time. Only where rows say since when they hold do they differ from the newest.
public final class AttributeHistory {
    /// In place of the time of a row that holds at all times.
    public static final long ALWAYS = TimedChanges.ALWAYS;

    /// In place of the time of a row where there is none.
    public static final long NEVER = Long.MAX_VALUE;

    private final int users;
    private final Map<String, List<String>> dictionaries;
    private final Map<String, FieldType> types;
    private final Set<Long> ofEvents;
    private final List<StoredChunk> chunks = new ArrayList<>();
    private final Optional<ColumnTable> newest;
    private final long[] firstRows;
    private long last = ALWAYS;

    private AttributeHistory(EventStore store, int users, Progress progress) {
        String hash = store.dataHash();
        this.users = users;
        this.firstRows = new long[users];
        Arrays.fill(firstRows, NEVER);
        this.ofEvents = LatestAttributes.ofEvents(store);
        LatestAttributes known = new LatestAttributes(RowKind.USERS, users, Long.MAX_VALUE, ofEvents);
        store.readChunks(RowKind.USERS, List.of(), chunk -> take(chunk, known), progress);
        if (lastChange().isPresent()) {
            store.readChunks(RowKind.USERS, List.of(), chunk -> chunks.add(chunk.without(ChunkColumns.ID)), progress);
        }
        this.dictionaries = store.dictionaries();
        this.types = store.keptTypes(RowKind.USERS);
        // Else positions need not belong to the texts, and nothing can be made of them.
        this.newest = hash.equals(store.dataHash()) ? Optional.of(table(known)) : Optional.empty();
    }

    /// @param users how many users there are; of users beyond nothing is read
    public static AttributeHistory read(EventStore store, int users, Progress progress) {
        while (true) {
            AttributeHistory history = new AttributeHistory(store, users, progress);
            if (history.newest.isPresent()) {
                return history;
            }
        }
    }

    private void take(StoredChunk chunk, LatestAttributes known) {
        int[] user = ColumnCodec.codes(chunk.column(ChunkColumns.USER).orElseThrow(), chunk.rows());
        long[] times = TimedChanges.of(chunk);
        known.apply(chunk, user, times);
        boolean inPassing = ofEvents.contains(chunk.importId());
        for (int row = 0; row < times.length; row++) {
            last = Math.max(last, times[row]);
            if (!inPassing && user[row] < users) {
                firstRows[user[row]] = Math.min(firstRows[user[row]], times[row]);
            }
        }
    }

    /// By user position: since when the first row about the user holds, [#ALWAYS] where it names no time, [#NEVER]
    /// where
    /// there is none. What events say in passing is no such row.
    public long[] firstRows() {
        return firstRows.clone();
    }

    int users() {
        return users;
    }

    /// The imports whose rows are events, which say of users what they say in passing.
    Set<Long> ofEvents() {
        return ofEvents;
    }

    /// The newest time that any row holds from; empty where no row says.
    public Optional<Instant> lastChange() {
        return last == ALWAYS ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
    }

    /// By user position: what is known when all is said.
    public ColumnTable newest() {
        return newest.orElseThrow();
    }

    /// By user position: what was so at a time, by the rows before it: one of that very time is not known yet. Users
    /// without such a row have nothing, nor have deleted ones.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public ColumnTable at(Instant asOf, Progress progress) {
        if (lastChange().map(change -> change.isBefore(asOf)).orElse(true)) {
            return newest();
        }
        LatestAttributes then = new LatestAttributes(RowKind.USERS, users, WholeMillis.atOrAfter(asOf), ofEvents);
        for (StoredChunk chunk : chunks) {
            progress.checkpoint();
            then.apply(chunk);
        }
        return table(then);
    }

    private ColumnTable table(LatestAttributes known) {
        List<Column> columns = new ArrayList<>();
        known.codes()
                .forEach((name, codes) -> columns.add(KeptValues.column(
                        name,
                        types.getOrDefault(name, FieldType.TEXT),
                        dictionaries.getOrDefault(Dictionaries.kept(RowKind.USERS, name), List.of()),
                        codes)));
        return new ColumnTable(users, columns);
    }
}
