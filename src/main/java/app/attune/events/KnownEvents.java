package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import java.util.List;

/// The ids of all stored events and of those accepted so far.
final class KnownEvents {
    /// What became of an event that was asked for.
    enum Verdict {
        NEW,
        REPEATED_IN_FILE,
        STORED_BEFORE
    }

    private final IdTable ids = new IdTable();
    private final int stored;
    private final List<Problem> damaged;
    private boolean conflicting;

    KnownEvents(EventStore store, Progress progress) {
        damaged = store.readChunks(RowKind.EVENTS, List.of(), this::load, progress);
        stored = ids.size();
    }

    List<Problem> damaged() {
        return damaged;
    }

    /// Remembers the event if it is new.
    Verdict ask(EventIdentity event) {
        int position = ids.add(event.low(), event.high(), event.content());
        if (position < 0) {
            conflicting = false;
            return Verdict.NEW;
        }
        long content = ids.payload(position);
        conflicting = content != 0 && content != event.content();
        return position < stored ? Verdict.STORED_BEFORE : Verdict.REPEATED_IN_FILE;
    }

    /// Whether the event asked for last is known with other content.
    boolean isConflicting() {
        return conflicting;
    }

    private void load(StoredChunk chunk) {
        long[] words = ColumnCodec.words(chunk.column(ChunkColumns.ID).orElseThrow());
        long[] contents =
                chunk.column(ChunkColumns.CONTENT).map(ColumnCodec::words).orElseGet(() -> new long[chunk.rows()]);
        for (int row = 0; row < chunk.rows(); row++) {
            ids.add(words[2 * row], words[2 * row + 1], contents[row]);
        }
    }
}
