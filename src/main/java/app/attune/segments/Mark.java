package app.attune.segments;

/// What an analyst says of a part of a condition besides what it asks. See [MarkedCondition].
public enum Mark {
    /// Counts as if it were not there.
    MUTED,
    /// Is neither edited nor moved nor deleted.
    LOCKED
}
