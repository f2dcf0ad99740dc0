package app.attune.segments;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;

/// What a field holds, and so how it can be compared.
public enum FieldKind {
    TEXT("text"),
    NUMBER("numbers"),
    DATE("dates");

    private final String words;

    FieldKind(String words) {
        this.words = words;
    }

    /// As in "country holds text".
    public String words() {
        return words;
    }

    static FieldKind of(Column column) {
        return switch (column) {
            case TextColumn text -> TEXT;
            case NumberColumn number -> NUMBER;
            case DateColumn date -> DATE;
        };
    }

    /// Whether values of this kind can be compared so.
    public boolean allows(Comparison comparison) {
        return switch (comparison) {
            case IS, IS_NOT, IS_MISSING, IS_PRESENT -> true;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BETWEEN -> this != TEXT;
            case CONTAINS, STARTS_WITH -> this == TEXT;
        };
    }
}
