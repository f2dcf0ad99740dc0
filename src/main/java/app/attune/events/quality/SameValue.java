package app.attune.events.quality;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;

/// Tells whether two columns, perhaps of different types, hold the same value: a column that is understood as text
/// since one value is no number still has the numbers it had.
final class SameValue {
    private final TimeReader times = new TimeReader(TimeFormat.iso());

    /// Of values that are there.
    boolean isSame(Column one, int row, Column other, int otherRow) {
        return switch (one) {
            case NumberColumn number -> isNumber(number.values()[row], other, otherRow);
            case DateColumn date -> isTime(date.millis()[row], other, otherRow);
            case TextColumn text ->
                other instanceof TextColumn
                        ? text.display(row).equals(other.display(otherRow))
                        : isSame(other, otherRow, text, row);
        };
    }

    private static boolean isNumber(double value, Column other, int row) {
        return switch (other) {
            case NumberColumn number -> number.values()[row] == value;
            case TextColumn text ->
                NumberText.parse(text.display(row), DecimalMark.POINT).orElse(Double.NaN) == value;
            case DateColumn date -> false;
        };
    }

    private boolean isTime(long millis, Column other, int row) {
        return switch (other) {
            case DateColumn date -> date.millis()[row] == millis;
            case TextColumn text -> times.millis(text.display(row)).orElse(DateColumn.MISSING) == millis;
            case NumberColumn number -> false;
        };
    }
}
