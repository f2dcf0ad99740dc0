package app.attune.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Takes events, and what their rows say about users.
final class EventSink implements RowSink {
    private final KnownEvents known;
    private final EventIdentity identity;
    private final EventChunkBuilder events;
    private final AttributeChunkBuilder users;
    private final boolean withAttributes;

    EventSink(KnownEvents known, EventIdentity identity, EventChunkBuilder events, AttributeChunkBuilder users) {
        this.known = known;
        this.identity = identity;
        this.events = events;
        this.users = users;
        this.withAttributes = users.hasColumns();
    }

    @Override
    public void expect(MappedRow[] rows, int from, int to) {
        identity.of(rows, from, to);
        known.expect(rows, from, to);
        events.expect(rows, from, to);
    }

    @Override
    public void prepare(long rows) {
        known.prepare(rows);
    }

    @Override
    public void take(MappedRow row, long rowHash, ImportTally tally) {
        KnownEvents.Verdict verdict = known.ask(row, rowHash);
        if (!identity.isByEventId()) {
            tally.repeats(rowHash);
        } else if (verdict != KnownEvents.Verdict.NEW) {
            compare(rowHash, tally);
        }
        switch (verdict) {
            case NEW -> accept(row, tally);
            case REPEATED_IN_FILE -> tally.drop();
            case STORED_BEFORE -> tally.presentIn(known.holder());
        }
    }

    /// Rows with the same text have the same event id, so only those with a known one need a look.
    private void compare(long rowHash, ImportTally tally) {
        switch (known.compare(rowHash)) {
            case FIRST -> {}
            case SAME -> tally.repeat();
            case OTHER -> tally.repeats(rowHash);
        }
        if (known.isConflicting()) {
            tally.conflict();
        }
    }

    private void accept(MappedRow row, ImportTally tally) {
        events.add(row);
        tally.accept(row.time);
        if (withAttributes) {
            users.add(row.user, row.attributes, AttributeChange.MERGE);
        }
    }

    @Override
    public boolean isFull() {
        return events.isFull();
    }

    @Override
    public List<Supplier<Chunk>> takeChunks(SourceRange range) {
        List<Supplier<Chunk>> chunks = new ArrayList<>();
        if (events.rows() > 0) {
            chunks.add(events.take(range));
        }
        if (users.rows() > 0) {
            chunks.add(users.take(range));
        }
        return chunks;
    }
}
