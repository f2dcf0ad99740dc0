package app.attune.events.read;

/// What the values of a column look like.
public enum ColumnType {
    TEXT("Text"),
    WHOLE_NUMBER("Whole number"),
    /// Whole numbers written like `17850.0`.
    WHOLE_WITH_POINT("Whole number, written with .0"),
    DECIMAL("Number"),
    DATE_TIME("Date and time");

    private final String label;

    ColumnType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isNumber() {
        return this == WHOLE_NUMBER || this == WHOLE_WITH_POINT || this == DECIMAL;
    }
}
