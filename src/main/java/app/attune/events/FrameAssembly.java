package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Puts the chunks of a store together into one sorted frame.
public final class FrameAssembly {
    /// A frame and what had to be left out of it.
    public record Result(EventFrame frame, List<Problem> damaged) {}

    /// What stands beside the chunks of events, all of one state of the data.
    private record Read(
            String dataHash, Map<String, List<String>> texts, Map<String, FieldType> types, KeptValues catalogue) {}

    private final EventStore store;
    private final List<Decoded> chunks = new ArrayList<>();
    private final Map<String, List<KeptPart>> kept = new TreeMap<>();
    private final long[] room = new long[Chunk.ROWS];
    private int rows;

    public FrameAssembly(EventStore store) {
        this.store = store;
    }

    /// To be called once. Empty if the data is no longer that of the hash: texts and positions that were read then
    /// need not belong together.
    public Optional<Result> assemble(String dataHash, Progress progress) {
        List<Problem> damaged = store.readChunks(RowKind.EVENTS, List.of(), this::decode, progress);
        Map<String, List<String>> texts = store.dictionaries();
        Map<String, FieldType> types = store.keptTypes(RowKind.EVENTS);
        int items = texts.getOrDefault(Dictionaries.ITEMS, List.of()).size();
        KeptValues catalogue = KeptValues.read(store, RowKind.ITEMS, items, progress);
        return dataHash.equals(store.dataHash())
                ? Optional.of(new Result(frame(new Read(dataHash, texts, types, catalogue), progress), damaged))
                : Optional.empty();
    }

    private EventFrame frame(Read read, Progress progress) {
        Map<String, List<String>> texts = read.texts();
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
        List<Column> properties = properties(read, order.rows());
        return new EventFrame(columns, properties, read.catalogue().table(), read.dataHash());
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

    private List<Column> properties(Read read, int[] order) {
        List<Column> columns = new ArrayList<>();
        kept.forEach((name, parts) -> {
            int[] codes = new int[rows];
            Arrays.fill(codes, Dictionary.MISSING);
            parts.forEach(part -> System.arraycopy(part.codes(), 0, codes, part.first(), part.codes().length));
            columns.add(KeptValues.column(
                    name,
                    read.types().getOrDefault(name, FieldType.TEXT),
                    read.texts().getOrDefault(Dictionaries.kept(RowKind.EVENTS, name), List.of()),
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
