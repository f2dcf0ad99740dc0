package app.attune.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Collects rows that say something new about users or items until a chunk is full.
final class AttributeChunkBuilder {
    private final RowKind kind;
    private final Dictionaries.Growing subjects;
    private final List<KeptColumn> kept;
    private final List<Dictionaries.Growing> texts = new ArrayList<>();
    private final LatestCodes latest;
    private final int[] subjectCodes = new int[Chunk.ROWS];
    private final int[][] codes;
    private final int[] erased = new int[Chunk.ROWS];
    private Optional<TimedChanges> times = Optional.empty();
    private boolean anyErased;
    private int rows;

    /// @param kind USERS or ITEMS
    /// @param latest first of the kept columns, then of all others
    AttributeChunkBuilder(RowKind kind, Dictionaries dictionaries, List<KeptColumn> kept, LatestCodes latest) {
        this.kind = kind;
        this.subjects = dictionaries.of(kind == RowKind.USERS ? Dictionaries.USERS : Dictionaries.ITEMS);
        this.kept = kept;
        this.latest = latest;
        this.codes = new int[kept.size()][Chunk.ROWS];
        kept.forEach(column -> texts.add(dictionaries.of(Dictionaries.kept(kind, column.name()))));
    }

    /// Keeps since when each row holds, and rows that say what the newest already says, as they may hold earlier.
    AttributeChunkBuilder timed(TimedChanges changes) {
        times = Optional.of(changes);
        return this;
    }

    boolean hasColumns() {
        return !kept.isEmpty();
    }

    int rows() {
        return rows;
    }

    boolean isFull() {
        return rows == Chunk.ROWS;
    }

    /// As the other, with the time of a row where times are kept.
    boolean add(MappedRow row, AttributeChange change) {
        TextCell subject = kind == RowKind.USERS ? row.user : row.item;
        if (times.isEmpty() || row.time == TimedChanges.ALWAYS) {
            boolean added = add(subject, row.attributes, change);
            times.filter(kept -> added).ifPresent(kept -> kept.put(rows - 1, TimedChanges.ALWAYS));
            return added;
        }
        boolean added = times.get().isNew(row);
        if (added) {
            times.get().put(rows, row.time);
            setTimed(subject, row.attributes, change);
            next(change);
        }
        return added;
    }

    /// @return whether the row said anything new
    boolean add(TextCell subject, TextCell[] values, AttributeChange change) {
        boolean changed = set(subject, values, change);
        if (changed) {
            next(change);
        }
        return changed;
    }

    private void next(AttributeChange change) {
        boolean erases = change == AttributeChange.DELETE;
        erased[rows] = erases ? 1 : Dictionary.MISSING;
        anyErased |= erases;
        rows++;
    }

    /// Writes the row to come.
    private boolean set(TextCell subject, TextCell[] values, AttributeChange change) {
        int before = subjects.size();
        int subjectIdx = subjects.add(subject);
        boolean changed = subjects.size() > before;
        for (int i = 0; i < codes.length; i++) {
            int code = code(i, values[i], change);
            codes[i][rows] = code;
            changed |= code != Dictionary.MISSING && latest.remember(i, subjectIdx, code);
        }
        for (int i = codes.length; change == AttributeChange.DELETE && i < latest.columns(); i++) {
            changed |= latest.remember(i, subjectIdx, ChunkColumns.REMOVED);
        }
        subjectCodes[rows] = subjectIdx;
        return changed;
    }

    /// Writes the row to come, which holds from a time on: what holds at all times is news after it.
    private void setTimed(TextCell subject, TextCell[] values, AttributeChange change) {
        int subjectIdx = subjects.add(subject);
        for (int i = 0; i < codes.length; i++) {
            codes[i][rows] = code(i, values[i], change);
            if (codes[i][rows] != Dictionary.MISSING) {
                latest.rememberTimed(i, subjectIdx);
            }
        }
        for (int i = codes.length; change == AttributeChange.DELETE && i < latest.columns(); i++) {
            latest.rememberTimed(i, subjectIdx);
        }
        subjectCodes[rows] = subjectIdx;
    }

    private int code(int column, TextCell value, AttributeChange change) {
        return switch (change) {
            case MERGE -> texts.get(column).addOrMissing(value);
            case REPLACE ->
                value.isEmpty() ? ChunkColumns.REMOVED : texts.get(column).addOrMissing(value);
            case DELETE -> ChunkColumns.REMOVED;
        };
    }

    /// The chunk so far, yet to be encoded; the builder is empty afterwards.
    Supplier<Chunk> take(SourceRange range) {
        Rows taken = new Rows(
                rows,
                Arrays.copyOf(subjectCodes, rows),
                Arrays.stream(codes).map(column -> Arrays.copyOf(column, rows)).toArray(int[][]::new),
                anyErased ? Arrays.copyOf(erased, rows) : new int[0],
                times.map(kept -> kept.columns(rows)).orElse(Map.of()));
        rows = 0;
        anyErased = false;
        return () -> encoded(taken, range);
    }

    private Chunk encoded(Rows taken, SourceRange range) {
        SortedMap<String, byte[]> columns = new TreeMap<>(taken.times());
        String subject = kind == RowKind.USERS ? ChunkColumns.USER : ChunkColumns.ITEM;
        columns.put(subject, ColumnCodec.codes(taken.subjects(), taken.count()));
        for (int i = 0; i < taken.codes().length; i++) {
            columns.put(ChunkColumns.kept(kept.get(i).name()), ColumnCodec.codes(taken.codes()[i], taken.count()));
        }
        if (taken.erased().length > 0) {
            columns.put(ChunkColumns.ERASED, ColumnCodec.codes(taken.erased(), taken.count()));
        }
        return new Chunk(kind, taken.count(), columns, range.hash(), range.firstLine(), range.lastLine());
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    private record Rows(int count, int[] subjects, int[][] codes, int[] erased, Map<String, byte[]> times) {}
}
