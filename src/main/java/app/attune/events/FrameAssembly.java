package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Puts the chunks of a store together into one sorted frame.
public final class FrameAssembly {
    /// A frame and what had to be left out of it.
    public record Result(EventFrame frame, List<Problem> damaged) {}

    private final EventStore store;
    private final List<Decoded> chunks = new ArrayList<>();
    private final Map<String, List<KeptPart>> kept = new TreeMap<>();
    private final long[] room = new long[Chunk.ROWS];
    private int rows;

    public FrameAssembly(EventStore store) {
        this.store = store;
    }

    /// To be called once.
    public Result assemble(String dataHash, Progress progress) {
        List<Problem> damaged = store.readChunks(RowKind.EVENTS, List.of(), this::decode, progress);
        Map<String, List<String>> texts = store.dictionaries();
        Dictionary users = dictionary(texts, Dictionaries.USERS);
        Dictionary items = dictionary(texts, Dictionaries.ITEMS);
        progress.report("Sorting events", 0, 0);
        long[] times = new long[rows];
        int[] userIdx = new int[rows];
        chunks.forEach(chunk -> {
            System.arraycopy(chunk.times(), 0, times, chunk.first(), chunk.times().length);
            System.arraycopy(chunk.users(), 0, userIdx, chunk.first(), chunk.users().length);
        });
        EventOrder order = EventOrder.of(userIdx, times, users.size());
        progress.checkpoint();
        EventColumns columns = new EventColumns(
                users,
                items,
                dictionary(texts, Dictionaries.TYPES),
                order.offsets(),
                sorted(times, order.rows()),
                sorted(codes(Decoded::types), order.rows()),
                sorted(codes(Decoded::items), order.rows()),
                sorted(values(), order.rows()));
        List<Column> properties = properties(texts, order.rows());
        ColumnTable catalogue = KeptValues.attributes(store, RowKind.ITEMS, items.size(), progress);
        return new Result(new EventFrame(columns, properties, catalogue, dataHash), damaged);
    }

    private void decode(StoredChunk chunk) {
        int n = chunk.rows();
        chunks.add(new Decoded(
                rows,
                ColumnCodec.codes(bytes(chunk, ChunkColumns.USER), n, room),
                ColumnCodec.times(bytes(chunk, ChunkColumns.TIME), n),
                ColumnCodec.codes(bytes(chunk, ChunkColumns.TYPE), n, room),
                ColumnCodec.codes(bytes(chunk, ChunkColumns.ITEM), n, room),
                ColumnCodec.amounts(bytes(chunk, ChunkColumns.VALUE), n, room)));
        chunk.columns().forEach((column, bytes) -> {
            if (ChunkColumns.isKept(column)) {
                kept.computeIfAbsent(ChunkColumns.keptName(column), name -> new ArrayList<>())
                        .add(new KeptPart(rows, ColumnCodec.codes(bytes, n, room)));
            }
        });
        rows += n;
    }

    private static byte[] bytes(StoredChunk chunk, String column) {
        return chunk.column(column).orElseThrow(() -> new IllegalStateException("A chunk of events without " + column));
    }

    private static Dictionary dictionary(Map<String, List<String>> texts, String name) {
        return Dictionary.of(texts.getOrDefault(name, List.of()));
    }

    private int[] codes(Function<Decoded, int[]> column) {
        int[] all = new int[rows];
        chunks.forEach(chunk -> {
            int[] part = column.apply(chunk);
            System.arraycopy(part, 0, all, chunk.first(), part.length);
        });
        return all;
    }

    private double[] values() {
        double[] all = new double[rows];
        chunks.forEach(chunk -> System.arraycopy(chunk.values(), 0, all, chunk.first(), chunk.values().length));
        return all;
    }

    private List<Column> properties(Map<String, List<String>> texts, int[] order) {
        Map<String, FieldType> types = store.keptTypes(RowKind.EVENTS);
        List<Column> columns = new ArrayList<>();
        kept.forEach((name, parts) -> {
            int[] codes = new int[rows];
            Arrays.fill(codes, Dictionary.MISSING);
            parts.forEach(part -> System.arraycopy(part.codes(), 0, codes, part.first(), part.codes().length));
            columns.add(KeptValues.column(
                    name,
                    types.getOrDefault(name, FieldType.TEXT),
                    texts.getOrDefault(Dictionaries.kept(RowKind.EVENTS, name), List.of()),
                    sorted(codes, order)));
        });
        return columns;
    }

    private static long[] sorted(long[] column, int[] order) {
        long[] sorted = new long[column.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    private static int[] sorted(int[] column, int[] order) {
        int[] sorted = new int[column.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    private static double[] sorted(double[] column, int[] order) {
        double[] sorted = new double[column.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    @SuppressWarnings("ArrayRecordComponent") // Scratch space, never compared.
    private record Decoded(int first, int[] users, long[] times, int[] types, int[] items, double[] values) {}

    @SuppressWarnings("ArrayRecordComponent") // Scratch space, never compared.
    private record KeptPart(int first, int[] codes) {}
}
