package app.attune.events;

/// How the values of a property or attribute are to be understood. A column with any value that does not fit is
/// understood as text.
public enum FieldType {
    TEXT,
    NUMBER,
    DATE
}
