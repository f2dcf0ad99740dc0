package app.attune.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects accepted events until a chunk is full.
final class EventChunkBuilder {
    private final Dictionaries dictionaries;
    private final List<KeptColumn> kept;
    private final List<Dictionaries.Growing> keptTexts = new ArrayList<>();
    private final boolean withContent;
    private final long[] lows = new long[Chunk.ROWS];
    private final long[] highs = new long[Chunk.ROWS];
    private final long[] contents;
    private final int[] users = new int[Chunk.ROWS];
    private final long[] times = new long[Chunk.ROWS];
    private final int[] types = new int[Chunk.ROWS];
    private final int[] items = new int[Chunk.ROWS];
    private final double[] values = new double[Chunk.ROWS];
    private final int[][] codes;
    private int rows;

    EventChunkBuilder(Dictionaries dictionaries, List<KeptColumn> kept, boolean withContent) {
        this.dictionaries = dictionaries;
        this.kept = kept;
        this.withContent = withContent;
        this.contents = new long[withContent ? Chunk.ROWS : 0];
        this.codes = new int[kept.size()][Chunk.ROWS];
        kept.forEach(column -> keptTexts.add(dictionaries.of(Dictionaries.kept(RowKind.EVENTS, column.name()))));
    }

    int rows() {
        return rows;
    }

    boolean isFull() {
        return rows == Chunk.ROWS;
    }

    void add(MappedRow row, EventIdentity identity) {
        lows[rows] = identity.low();
        highs[rows] = identity.high();
        if (withContent) {
            contents[rows] = identity.content();
        }
        users[rows] = dictionaries.of(Dictionaries.USERS).add(row.user);
        times[rows] = row.time;
        types[rows] = dictionaries.of(Dictionaries.TYPES).add(row.type);
        items[rows] = dictionaries.of(Dictionaries.ITEMS).addOrMissing(row.item);
        values[rows] = row.value;
        for (int i = 0; i < codes.length; i++) {
            codes[i][rows] = keptTexts.get(i).addOrMissing(row.properties[i]);
        }
        rows++;
    }

    /// The chunk so far; the builder is empty afterwards.
    Chunk take(SourceRange range) {
        SortedMap<String, byte[]> columns = new TreeMap<>();
        columns.put(ChunkColumns.ID, ColumnCodec.ids(lows, highs, rows));
        if (withContent) {
            columns.put(ChunkColumns.CONTENT, ColumnCodec.words(contents, rows));
        }
        columns.put(ChunkColumns.USER, ColumnCodec.codes(users, rows));
        columns.put(ChunkColumns.TIME, ColumnCodec.times(times, rows));
        columns.put(ChunkColumns.TYPE, ColumnCodec.codes(types, rows));
        columns.put(ChunkColumns.ITEM, ColumnCodec.codes(items, rows));
        columns.put(ChunkColumns.VALUE, ColumnCodec.amounts(values, rows));
        for (int i = 0; i < codes.length; i++) {
            int[] column = codes[i];
            if (Arrays.stream(column, 0, rows).anyMatch(code -> code != Dictionary.MISSING)) {
                columns.put(ChunkColumns.kept(kept.get(i).name()), ColumnCodec.codes(column, rows));
            }
        }
        Chunk chunk = new Chunk(RowKind.EVENTS, rows, columns, range.hash(), range.firstLine(), range.lastLine());
        rows = 0;
        return chunk;
    }
}
