package app.attune.segments;

/// How a value is compared. None of them matches a missing value except IS_MISSING.
public enum Comparison {
    /// Equal to any of the values (texts exactly, numbers as numbers).
    IS,
    /// Present and equal to none of the values.
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
    IS_PRESENT
}
