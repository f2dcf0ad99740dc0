package app.attune.events;

/// What an import of events kept of what its rows say of their users.
public enum UsersSaid {
    /// What was new then; what an earlier import had said already was left out. Imports of older versions did so.
    WHAT_WAS_NEW,
    /// All of it.
    ALL
}
