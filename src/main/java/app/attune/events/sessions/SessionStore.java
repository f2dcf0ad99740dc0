package app.attune.events.sessions;

import java.util.Optional;

/// Keeps what a session is in this workspace.
public interface SessionStore {
    /// Empty before anything was set.
    Optional<SessionRules> read();

    void write(SessionRules rules);
}
