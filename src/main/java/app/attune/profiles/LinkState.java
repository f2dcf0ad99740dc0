package app.attune.profiles;

/// What became of a link between two identifiers.
public enum LinkState {
    /// It holds the two together.
    LINKS,
    /// Somebody cut it, or forbade one of its identifiers.
    CUT,
    /// The identifier is seen with too many users to say who it is.
    SHARED,
    /// It would give one person too many identifiers of a kind.
    REFUSED
}
