package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.AttributeHistory;

/// Keeps what is known of users beside their events.
public interface ProfileStore {
    /// The attributes by user position, at any time.
    ///
    /// @param users how many users the event frame has
    AttributeHistory attributes(int users, Progress progress);
}
