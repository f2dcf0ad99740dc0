package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.ColumnTable;

/// Keeps what is known of users beside their events.
public interface ProfileStore {
    /// The newest attributes by user position.
    ///
    /// @param users how many users the event frame has
    ColumnTable attributes(int users, Progress progress);
}
