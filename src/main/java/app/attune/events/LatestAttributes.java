package app.attune.events;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The newest value of every attribute of users or items: later chunks and later rows win, empty values say nothing,
/// removed ones leave nothing.
public final class LatestAttributes {
    private final int subjects;
    private final Map<String, int[]> codes = new TreeMap<>();

    private LatestAttributes(int subjects) {
        this.subjects = subjects;
    }

    /// @param kind     USERS or ITEMS
    /// @param subjects how many users or items there are
    public static LatestAttributes read(EventStore store, RowKind kind, int subjects, Progress progress) {
        LatestAttributes latest = new LatestAttributes(subjects);
        String subject = kind == RowKind.USERS ? ChunkColumns.USER : ChunkColumns.ITEM;
        store.readChunks(kind, List.of(), chunk -> latest.apply(chunk, subject), progress);
        return latest;
    }

    /// Positions in the attribute's dictionary by subject, missing where nothing is known; empty map when no attribute
    /// is.
    public Map<String, int[]> codes() {
        return codes;
    }

    /// Codes by column and subject: first those of the kept columns, then those of all others that are known.
    static int[][] inOrder(Map<String, int[]> known, List<KeptColumn> kept, int subjects) {
        return Stream.concat(kept.stream().map(KeptColumn::name), known.keySet().stream())
                .distinct()
                .map(name -> known.getOrDefault(name, missing(subjects)))
                .toArray(int[][]::new);
    }

    private void apply(StoredChunk chunk, String subject) {
        int[] subjectIdx = ColumnCodec.codes(chunk.column(subject).orElseThrow(), chunk.rows());
        erase(chunk, subjectIdx);
        chunk.columns().forEach((column, bytes) -> {
            if (ChunkColumns.isKept(column)) {
                int[] target = codes.computeIfAbsent(ChunkColumns.keptName(column), name -> missing(subjects));
                int[] values = ColumnCodec.codes(bytes, chunk.rows());
                for (int row = 0; row < values.length; row++) {
                    if (values[row] != Dictionary.MISSING && subjectIdx[row] < subjects) {
                        boolean removed = values[row] == ChunkColumns.REMOVED;
                        target[subjectIdx[row]] = removed ? Dictionary.MISSING : values[row];
                    }
                }
            }
        });
    }

    /// Forgets attributes that the chunk's own columns do not speak of; those say themselves what is removed.
    private void erase(StoredChunk chunk, int[] subjectIdx) {
        Optional<byte[]> column = chunk.column(ChunkColumns.ERASED);
        if (column.isEmpty()) {
            return;
        }
        int[] erased = ColumnCodec.codes(column.get(), chunk.rows());
        codes.forEach((name, target) -> {
            boolean own = chunk.column(ChunkColumns.kept(name)).isPresent();
            for (int row = 0; row < erased.length && !own; row++) {
                if (erased[row] == 1 && subjectIdx[row] < subjects) {
                    target[subjectIdx[row]] = Dictionary.MISSING;
                }
            }
        });
    }

    private static int[] missing(int subjects) {
        int[] column = new int[subjects];
        Arrays.fill(column, Dictionary.MISSING);
        return column;
    }
}
