package app.attune.segments;

/// How a value is compared. A missing value matches IS_MISSING, never IS_PRESENT, and of the others those that say so
/// by
/// [WhenMissing].
public enum Comparison {
    /// Equal to any of the values (texts exactly, numbers as numbers).
    IS,
    /// Equal to none of the values.
    IS_NOT,
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN,
    /// Two values, both included.
    BETWEEN,
    /// Contains any of the values, letter case respected.
    CONTAINS,
    STARTS_WITH,
    IS_MISSING,
    IS_PRESENT;

    /// Whether it asks for the missing value itself, so that nothing further can be said of it.
    public boolean asksForMissing() {
        return this == IS_MISSING || this == IS_PRESENT;
    }

    /// Whether a missing value matches.
    public boolean matchesMissing(WhenMissing whenMissing) {
        return this == IS_MISSING || (this != IS_PRESENT && whenMissing == WhenMissing.YES);
    }

    /// What can be said of a missing value: nothing where the comparison says it itself.
    WhenMissing allowed(WhenMissing whenMissing) {
        return asksForMissing() ? WhenMissing.NO : whenMissing;
    }
}
