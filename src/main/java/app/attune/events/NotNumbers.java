package app.attune.events;

/// What becomes of a value that is no number where numbers are expected.
public enum NotNumbers {
    /// Nothing is lost: a column with such values is understood as text as a whole, an event with such a value is set
    /// aside.
    KEPT,
    /// It is taken as missing, counted and told with its line.
    MISSING
}
