package app.attune.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The positions that the texts of later imports have once an earlier import is gone: those they would have, had it
/// never been.
///
/// Takes the chunks of every later import in order of arrival, those of events before those of users; a chunk that was
/// taken may be taken again. Cost: decodes and encodes every column of positions; not thread-safe.
public final class Renumbering {
    private final Map<String, List<String>> all;
    private final Map<String, Moved> byName = new HashMap<>();

    /// @param before how many texts the dictionaries had before the import that goes
    /// @param all    texts of the dictionaries with everything in them
    public Renumbering(Map<String, Integer> before, Map<String, List<String>> all) {
        this.all = all;
        all.forEach((name, texts) -> byName.put(name, new Moved(before.getOrDefault(name, 0), texts.size())));
    }

    /// The columns of a chunk that are others now, by name.
    public Map<String, byte[]> take(RowKind kind, StoredChunk chunk) {
        Map<String, byte[]> changed = new HashMap<>();
        chunk.columns()
                .forEach((column, bytes) -> dictionary(kind, column)
                        .ifPresent(name -> changed.put(column, moved(name, bytes, chunk.rows()))));
        return changed;
    }

    /// What the dictionaries grew by since the last call.
    public List<DictionaryGrowth> takeGrowth() {
        List<DictionaryGrowth> growth = new ArrayList<>();
        byName.forEach((name, moved) -> {
            TextPieces pieces = new TextPieces(name, moved.taken);
            for (String text : texts(name, moved, moved.taken)) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                pieces.add(bytes, 0, bytes.length);
            }
            moved.taken = moved.size;
            growth.addAll(pieces.pieces());
        });
        return growth;
    }

    /// The texts of every dictionary by name, after the chunks taken so far.
    public Map<String, List<String>> dictionaries() {
        Map<String, List<String>> texts = new HashMap<>();
        byName.forEach((name, moved) -> {
            if (moved.size > 0) {
                texts.put(name, List.copyOf(texts(name, moved, 0)));
            }
        });
        return texts;
    }

    private List<String> texts(String name, Moved moved, int first) {
        List<String> before = all.getOrDefault(name, List.of());
        List<String> texts = new ArrayList<>(before.subList(Math.min(first, moved.kept), moved.kept));
        for (int i = Math.max(first, moved.kept); i < moved.size; i++) {
            texts.add(before.get(moved.old[i]));
        }
        return texts;
    }

    private static Optional<String> dictionary(RowKind kind, String column) {
        return switch (column) {
            case ChunkColumns.USER -> Optional.of(Dictionaries.USERS);
            case ChunkColumns.ITEM -> Optional.of(Dictionaries.ITEMS);
            case ChunkColumns.TYPE -> Optional.of(Dictionaries.TYPES);
            default ->
                ChunkColumns.isKept(column)
                        ? Optional.of(Dictionaries.kept(kind, ChunkColumns.keptName(column)))
                        : Optional.empty();
        };
    }

    private byte[] moved(String name, byte[] bytes, int rows) {
        int[] codes = ColumnCodec.codes(bytes, rows);
        Moved moved = byName.computeIfAbsent(name, key -> new Moved(0, 0));
        for (int row = 0; row < rows; row++) {
            codes[row] = codes[row] < 0 ? codes[row] : moved.position(codes[row]);
        }
        return ColumnCodec.codes(codes, rows);
    }

    /// Where the texts of one dictionary stand: the first ones as before, the others in order of their appearance.
    private static final class Moved {
        private final int kept;
        private final int[] now;
        private final int[] old;
        private int size;
        private int taken;

        Moved(int kept, int before) {
            this.kept = kept;
            this.now = new int[before];
            this.old = new int[before];
            this.size = kept;
            this.taken = kept;
            Arrays.fill(now, Dictionary.MISSING);
        }

        int position(int before) {
            if (before < kept) {
                return before;
            }
            if (now[before] == Dictionary.MISSING) {
                old[size] = before;
                now[before] = size++;
            }
            return now[before];
        }
    }
}
