package app.attune.events;

import java.util.Optional;

/// A cache that keeps nothing.
enum NoFrameCache implements FrameCache {
    INSTANCE;

    @Override
    public Optional<EventFrame> load(String dataHash) {
        return Optional.empty();
    }

    @Override
    public void save(EventFrame frame) {
        // Nothing is kept.
    }
}
