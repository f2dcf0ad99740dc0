package app.attune.events;

import java.util.Optional;

/// Keeps an assembled frame so that it need not be assembled again. Losing it costs only time.
public interface FrameCache {
    /// The frame of exactly this state of the data, if it is at hand and undamaged.
    Optional<EventFrame> load(String dataHash);

    void save(EventFrame frame);

    /// Keeps nothing.
    static FrameCache none() {
        return NoFrameCache.INSTANCE;
    }
}
