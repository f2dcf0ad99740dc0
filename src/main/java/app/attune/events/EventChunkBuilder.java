package app.attune.events;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// Collects accepted events until a chunk is full.
final class EventChunkBuilder {
    private final Dictionaries.Growing users;
    private final Dictionaries.Growing types;
    private final Dictionaries.Growing items;
    private final Dictionaries.Growing[] texts;
    private final List<KeptColumn> kept;
    private final boolean withContent;
    /// Room that was taken, encoded, and may be filled again.
    private final Queue<Rows> idle = new ConcurrentLinkedQueue<>();
    private Rows rows;
    private int size;

    @SuppressWarnings("UnusedVariable") // Written, lest the look-ups before the real ones be left out as useless.
    private long touched;

    EventChunkBuilder(Dictionaries dictionaries, List<KeptColumn> kept, boolean withContent) {
        this.users = dictionaries.of(Dictionaries.USERS);
        this.types = dictionaries.of(Dictionaries.TYPES);
        this.items = dictionaries.of(Dictionaries.ITEMS);
        this.texts = kept.stream()
                .map(column -> dictionaries.of(Dictionaries.kept(RowKind.EVENTS, column.name())))
                .toArray(Dictionaries.Growing[]::new);
        this.kept = kept;
        this.withContent = withContent;
        this.rows = Rows.of(kept.size());
    }

    int rows() {
        return size;
    }

    boolean isFull() {
        return size == Chunk.ROWS;
    }

    /// To be called for rows that may be added next: much faster for many than for one after the other.
    void expect(MappedRow[] next, int from, int to) {
        for (int i = from; i < to; i++) {
            touched ^= users.touch(next[i].user) ^ items.touch(next[i].item);
        }
    }

    void add(MappedRow row) {
        int at = size++;
        rows.ids[2 * at] = row.idLow;
        rows.ids[2 * at + 1] = row.idHigh;
        rows.marks[at] = row.content;
        rows.users[at] = users.add(row.user);
        rows.times[at] = row.time;
        rows.types[at] = types.add(row.type);
        rows.items[at] = items.addOrMissing(row.item);
        rows.values[at] = row.value;
        for (int i = 0; i < texts.length; i++) {
            rows.kept[i][at] = texts[i].addOrMissing(row.properties[i]);
        }
    }

    /// The chunk so far, yet to be encoded; the builder is empty afterwards.
    Supplier<Chunk> take(SourceRange range) {
        Rows taken = rows;
        int count = size;
        Rows next = idle.poll();
        rows = next == null ? Rows.of(kept.size()) : next;
        size = 0;
        return () -> {
            Chunk chunk = encoded(taken, count, range);
            idle.add(taken);
            return chunk;
        };
    }

    private Chunk encoded(Rows taken, int count, SourceRange range) {
        SortedMap<String, byte[]> columns = new TreeMap<>();
        columns.put(ChunkColumns.ID, ColumnCodec.ids(taken.ids, count));
        if (withContent) {
            columns.put(ChunkColumns.CONTENT, ColumnCodec.marks(taken.marks, count));
        }
        columns.put(ChunkColumns.USER, ColumnCodec.codes(taken.users, count, taken.room));
        columns.put(ChunkColumns.TIME, ColumnCodec.times(taken.times, count, taken.room));
        columns.put(ChunkColumns.TYPE, ColumnCodec.codes(taken.types, count, taken.room));
        columns.put(ChunkColumns.ITEM, ColumnCodec.codes(taken.items, count, taken.room));
        columns.put(ChunkColumns.VALUE, ColumnCodec.amounts(taken.values, count, taken.room));
        for (int i = 0; i < texts.length; i++) {
            int[] column = taken.kept[i];
            if (Arrays.stream(column, 0, count).anyMatch(code -> code != Dictionary.MISSING)) {
                columns.put(ChunkColumns.kept(kept.get(i).name()), ColumnCodec.codes(column, count, taken.room));
            }
        }
        return new Chunk(RowKind.EVENTS, count, columns, range.hash(), range.firstLine(), range.lastLine());
    }

    @SuppressWarnings("ArrayRecordComponent") // Filled once and handed on, never compared.
    private record Rows(
            long[] ids,
            int[] marks,
            int[] users,
            long[] times,
            int[] types,
            int[] items,
            double[] values,
            int[][] kept,
            long[] room) {
        static Rows of(int columns) {
            int n = Chunk.ROWS;
            return new Rows(
                    new long[2 * n],
                    new int[n],
                    new int[n],
                    new long[n],
                    new int[n],
                    new int[n],
                    new double[n],
                    new int[columns][n],
                    new long[n]);
        }
    }
}
