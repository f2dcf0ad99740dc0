package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.List;

/// The ids of all stored events and of those accepted so far, each with a mark of its content and, once it came in the
/// current file, of its row's text.
final class KnownEvents {
    /// What became of an event that was asked for.
    enum Verdict {
        NEW,
        REPEATED_IN_FILE,
        STORED_BEFORE
    }

    /// An import and the position of the first event that is known from it.
    private record Holding(int first, long importId) {}

    private static final long ROW = 0xFFFFFFFFL;
    private static final int BATCH = 64;

    private final IdTable ids;
    private final int stored;
    private final List<Holding> holdings = new ArrayList<>();
    private final List<Problem> damaged;
    private int position;
    private int content;

    @SuppressWarnings("UnusedVariable") // Written, lest the look-ups before the real ones be left out as useless.
    private long touched;

    /// @param ids empty
    KnownEvents(EventStore store, IdTable ids, Progress progress) {
        this.ids = ids;
        damaged = store.readChunks(RowKind.EVENTS, List.of(), this::load, progress);
        stored = ids.size();
    }

    List<Problem> damaged() {
        return damaged;
    }

    /// To be called for events that are asked for next: much faster for many than for one after the other.
    void expect(MappedRow[] events, int from, int to) {
        for (int i = from; i < to; i++) {
            touched ^= ids.touch(events[i].idLow, events[i].idHigh);
        }
    }

    /// To be called once it is known about how many new events are still to come.
    void prepare(long events) {
        ids.reserve(events);
    }

    /// Remembers the event if it is new, and that it came with this row.
    Verdict ask(MappedRow event, long rowHash) {
        content = event.content;
        position = ids.add(event.idLow, event.idHigh, ((long) content << 32) | rowMark(rowHash));
        if (position < 0) {
            return Verdict.NEW;
        }
        return position < stored ? Verdict.STORED_BEFORE : Verdict.REPEATED_IN_FILE;
    }

    /// Whether the known event asked for last is known with other content.
    boolean isConflicting() {
        long known = ids.payload(position) >>> 32;
        return known != 0 && known != content;
    }

    /// The import that brought the event asked for last, which was stored before.
    long holder() {
        int at = holdings.size() - 1;
        while (holdings.get(at).first() > position) {
            at--;
        }
        return holdings.get(at).importId();
    }

    /// What the known event asked for last says about this row's text: whether it came with the same in this file.
    RowText compare(long rowHash) {
        long payload = ids.payload(position);
        if ((payload & ROW) == 0) {
            ids.setPayload(position, payload | rowMark(rowHash));
            return RowText.FIRST;
        }
        return (payload & ROW) == rowMark(rowHash) ? RowText.SAME : RowText.OTHER;
    }

    /// The text of a row beside that of the first row of the file with the same event.
    enum RowText {
        FIRST,
        SAME,
        OTHER
    }

    private static long rowMark(long rowHash) {
        return Math.max(rowHash & ROW, 1);
    }

    private void load(StoredChunk chunk) {
        if (holdings.isEmpty() || holdings.getLast().importId() != chunk.importId()) {
            holdings.add(new Holding(ids.size(), chunk.importId()));
        }
        byte[] stored = chunk.column(ChunkColumns.ID).orElseThrow();
        int[] contents =
                chunk.column(ChunkColumns.CONTENT).map(ColumnCodec::marks).orElseGet(() -> new int[chunk.rows()]);
        for (int row = 0; row < chunk.rows(); row++) {
            if (row % BATCH == 0) {
                touch(stored, row, Math.min(row + BATCH, chunk.rows()));
            }
            ids.add(low(stored, row), high(stored, row), (long) contents[row] << 32);
        }
    }

    private void touch(byte[] stored, int from, int to) {
        for (int row = from; row < to; row++) {
            touched ^= ids.touch(low(stored, row), high(stored, row));
        }
    }

    /// The lower half of an id as [ColumnCodec#ids] stores it.
    private static long low(byte[] stored, int row) {
        return TextHash.word(stored, 2 * Long.BYTES * row);
    }

    private static long high(byte[] stored, int row) {
        return TextHash.word(stored, 2 * Long.BYTES * row + Long.BYTES);
    }
}
