package app.attune.events;

import java.util.ArrayList;
import java.util.List;

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
    public void take(MappedRow row, ImportTally tally) {
        identity.of(row);
        switch (known.ask(identity)) {
            case NEW -> {
                events.add(row, identity);
                tally.accept(row.time);
                if (withAttributes) {
                    users.add(row.user, row.attributes, AttributeChange.MERGE);
                }
            }
            case REPEATED_IN_FILE -> tally.drop();
            case STORED_BEFORE -> tally.present();
        }
        if (known.isConflicting()) {
            tally.conflict();
        }
    }

    @Override
    public boolean isFull() {
        return events.isFull();
    }

    @Override
    public List<Chunk> takeChunks(SourceRange range) {
        List<Chunk> chunks = new ArrayList<>();
        if (events.rows() > 0) {
            chunks.add(events.take(range));
        }
        if (users.rows() > 0) {
            chunks.add(users.take(range));
        }
        return chunks;
    }
}
