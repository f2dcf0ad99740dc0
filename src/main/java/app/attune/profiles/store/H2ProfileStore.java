package app.attune.profiles.store;

import app.attune.core.Progress;
import app.attune.events.AttributeHistory;
import app.attune.events.EventStore;
import app.attune.profiles.ProfileStore;

/// Attributes of users out of the chunks of the event log, so that an import of users is as durable and as undoable as
/// one of events.
public final class H2ProfileStore implements ProfileStore {
    private final EventStore log;

    public H2ProfileStore(EventStore log) {
        this.log = log;
    }

    @Override
    public AttributeHistory attributes(int users, Progress progress) {
        return AttributeHistory.read(log, users, progress);
    }
}
