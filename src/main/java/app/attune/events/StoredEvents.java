package app.attune.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reads the columns every event has off stored chunks, as texts and numbers.
public final class StoredEvents {
    private final List<String> users;
    private final List<String> types;
    private final List<String> items;

    public StoredEvents(EventStore store) {
        Map<String, List<String>> texts = store.dictionaries();
        users = texts.getOrDefault(Dictionaries.USERS, List.of());
        types = texts.getOrDefault(Dictionaries.TYPES, List.of());
        items = texts.getOrDefault(Dictionaries.ITEMS, List.of());
    }

    /// @param chunk of events, read with the columns of users, times, types, items and values
    public Rows of(StoredChunk chunk) {
        return new Rows(chunk);
    }

    /// Users of a chunk of events or of users, by position in the log's dictionary.
    public static int[] users(StoredChunk chunk) {
        return chunk.column(ChunkColumns.USER)
                .map(bytes -> ColumnCodec.codes(bytes, chunk.rows()))
                .orElse(new int[0]);
    }

    /// The events of one chunk.
    public final class Rows {
        private final int[] userCodes;
        private final int[] typeCodes;
        private final int[] itemCodes;
        private final long[] times;
        private final double[] values;

        private Rows(StoredChunk chunk) {
            int n = chunk.rows();
            userCodes = users(chunk);
            typeCodes = codes(chunk, ChunkColumns.TYPE);
            itemCodes = codes(chunk, ChunkColumns.ITEM);
            times = chunk.column(ChunkColumns.TIME)
                    .map(bytes -> ColumnCodec.times(bytes, n))
                    .orElse(new long[n]);
            values = chunk.column(ChunkColumns.VALUE)
                    .map(bytes -> ColumnCodec.amounts(bytes, n))
                    .orElseGet(() -> nothing(n));
        }

        private static int[] codes(StoredChunk chunk, String column) {
            return chunk.column(column)
                    .map(bytes -> ColumnCodec.codes(bytes, chunk.rows()))
                    .orElse(new int[chunk.rows()]);
        }

        private static double[] nothing(int n) {
            double[] none = new double[n];
            Arrays.fill(none, Double.NaN);
            return none;
        }

        public int size() {
            return userCodes.length;
        }

        /// Whether its texts were in the log's dictionaries when those were read: an import may have finished since.
        public boolean isKnown(int row) {
            return isIn(users, userCodes[row])
                    && isIn(types, typeCodes[row])
                    && (itemCodes[row] == Dictionary.MISSING || isIn(items, itemCodes[row]));
        }

        private static boolean isIn(List<String> texts, int code) {
            return code >= 0 && code < texts.size();
        }

        public String user(int row) {
            return users.get(userCodes[row]);
        }

        public long time(int row) {
            return times[row];
        }

        public String type(int row) {
            return types.get(typeCodes[row]);
        }

        /// Empty for none.
        public String item(int row) {
            return itemCodes[row] == Dictionary.MISSING ? "" : items.get(itemCodes[row]);
        }

        /// NaN for none.
        public double value(int row) {
            return values[row];
        }
    }
}
