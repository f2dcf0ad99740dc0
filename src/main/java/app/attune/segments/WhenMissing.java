package app.attune.segments;

/// Whether a comparison matches a missing value.
public enum WhenMissing {
    /// A missing value does not match.
    NO,
    /// A missing value matches as well.
    YES
}
