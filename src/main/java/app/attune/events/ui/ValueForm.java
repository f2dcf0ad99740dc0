package app.attune.events.ui;

import app.attune.events.ColumnRole;
import app.attune.events.FieldType;
import app.attune.events.MappedColumn;
import app.attune.events.NotNumbers;
import java.util.List;

/// What the values of a column are taken for, and what becomes of those that are something else.
enum ValueForm {
    WORDS(FieldType.TEXT, NotNumbers.KEPT),
    NUMBERS(FieldType.NUMBER, NotNumbers.MISSING),
    NUMBERS_OR_WORDS(FieldType.NUMBER, NotNumbers.KEPT),
    DATES(FieldType.DATE, NotNumbers.KEPT),
    /// Of the value of events only.
    NUMBERS_OR_REJECTED(FieldType.NUMBER, NotNumbers.KEPT);

    private final FieldType type;
    private final NotNumbers otherwise;

    ValueForm(FieldType type, NotNumbers otherwise) {
        this.type = type;
        this.otherwise = otherwise;
    }

    /// Those to choose from; none where the meaning of the column says it all.
    static List<ValueForm> of(ColumnRole role) {
        return role == ColumnRole.VALUE
                ? List.of(NUMBERS_OR_REJECTED, NUMBERS)
                : role.isKeptByName() ? List.of(WORDS, NUMBERS, NUMBERS_OR_WORDS, DATES) : List.of();
    }

    /// The one that is chosen: one of those to choose from.
    static ValueForm of(MappedColumn column) {
        boolean missing = column.notNumbers() == NotNumbers.MISSING;
        if (column.role() == ColumnRole.VALUE) {
            return missing ? NUMBERS : NUMBERS_OR_REJECTED;
        }
        return switch (column.type()) {
            case TEXT -> WORDS;
            case NUMBER -> missing ? NUMBERS : NUMBERS_OR_WORDS;
            case DATE -> DATES;
        };
    }

    /// The column taken so.
    MappedColumn take(MappedColumn column) {
        return (column.role() == ColumnRole.VALUE ? column : column.typed(type)).otherwise(otherwise);
    }
}
