package app.attune.events;

import app.attune.core.Progress;
import java.util.List;
import java.util.Map;

/// Since when rows about users hold. A row that was stored before, with the same user, time and values, is no change.
final class TimedChanges {
    /// In place of a time: the row holds at all times. Before every date there is, and far enough from the ends of long
    /// for differences.
    static final long ALWAYS = -(1L << 60);

    private final IdTable known = IdTable.ofMemory(IdTable.BESIDE_ANOTHER);
    private final Hash128 hash = new Hash128();
    private final List<TextCell> names;
    private final long[] times = new long[Chunk.ROWS];
    private final long[] ids = new long[2 * Chunk.ROWS];

    private TimedChanges(List<KeptColumn> kept) {
        this.names = kept.stream().map(column -> TextCell.of(column.name())).toList();
    }

    /// @param kept the attributes of the rows to come
    static TimedChanges known(EventStore store, List<KeptColumn> kept, Progress progress) {
        TimedChanges changes = new TimedChanges(kept);
        store.readChunks(RowKind.USERS, List.of(ChunkColumns.ID), changes::take, progress);
        return changes;
    }

    private void take(StoredChunk chunk) {
        long[] stored = chunk.column(ChunkColumns.ID).map(ColumnCodec::ids).orElse(new long[0]);
        for (int i = 0; i < stored.length; i += 2) {
            known.add(stored[i], stored[i + 1], 0);
        }
    }

    /// Whether no such row was stored or asked for; remembers what it is for [#put].
    boolean isNew(MappedRow row) {
        hash.reset().add(row.user).add(row.time).add(row.type);
        for (int i = 0; i < row.attributes.length; i++) {
            hash.add(names.get(i)).add(row.attributes[i]);
        }
        return known.add(hash.low(), hash.high(), 0) < 0;
    }

    /// The row at this place of the chunk, after [#isNew] unless it holds always.
    void put(int row, long time) {
        boolean always = time == ALWAYS;
        times[row] = time;
        ids[2 * row] = always ? 0 : hash.low();
        ids[2 * row + 1] = always ? 0 : hash.high();
    }

    /// The encoded columns of a chunk of so many rows.
    Map<String, byte[]> columns(int rows) {
        return Map.of(ChunkColumns.TIME, ColumnCodec.times(times, rows), ChunkColumns.ID, ColumnCodec.ids(ids, rows));
    }

    /// Since when each row of a stored chunk holds; [#ALWAYS] where it has no times.
    static long[] of(StoredChunk chunk) {
        return chunk.column(ChunkColumns.TIME)
                .map(bytes -> ColumnCodec.times(bytes, chunk.rows()))
                .orElseGet(() -> {
                    long[] always = new long[chunk.rows()];
                    java.util.Arrays.fill(always, ALWAYS);
                    return always;
                });
    }
}
