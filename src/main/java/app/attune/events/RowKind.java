package app.attune.events;

/// What one row of a file stands for.
public enum RowKind {
    /// Something a user did.
    EVENTS,
    /// A user with attributes.
    USERS,
    /// An item of the catalogue with attributes.
    ITEMS
}
