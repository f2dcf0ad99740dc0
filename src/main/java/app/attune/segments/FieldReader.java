package app.attune.segments;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// Reads a field of event rows as numbers to add or as keys to tell apart.
final class FieldReader {
    private FieldReader() {}

    /// NaN where the value is missing. Only numeric fields can be read so.
    static IntToDoubleFunction numbers(EventFrame frame, EventField field) {
        return switch (field) {
            case EventField.Value value -> frame::value;
            case EventField.Property property -> numbers(property.column());
            case EventField.ItemAttribute attribute -> {
                IntToDoubleFunction byItem = numbers(attribute.column());
                yield row -> frame.item(row) == Dictionary.MISSING ? Double.NaN : byItem.applyAsDouble(frame.item(row));
            }
            case EventField.Item item -> throw misfit();
        };
    }

    private static IntToDoubleFunction numbers(Column column) {
        return switch (column) {
            case NumberColumn number -> row -> number.values()[row];
            case TextColumn text -> throw misfit();
            case DateColumn date -> throw misfit();
        };
    }

    private static IllegalArgumentException misfit() {
        return new IllegalArgumentException("Only numeric fields can be added");
    }

    /// Equal keys for equal values, [DistinctKeys#MISSING] where the value is missing.
    static IntToLongFunction keys(EventFrame frame, EventField field) {
        return switch (field) {
            case EventField.Item item -> row -> code(frame.item(row));
            case EventField.Value value -> row -> key(frame.value(row));
            case EventField.Property property -> keys(property.column());
            case EventField.ItemAttribute attribute -> {
                IntToLongFunction byItem = keys(attribute.column());
                yield row -> frame.item(row) == Dictionary.MISSING
                        ? DistinctKeys.MISSING
                        : byItem.applyAsLong(frame.item(row));
            }
        };
    }

    private static IntToLongFunction keys(Column column) {
        return switch (column) {
            case TextColumn text -> row -> code(text.codes()[row]);
            case NumberColumn number -> row -> key(number.values()[row]);
            case DateColumn date ->
                row -> date.millis()[row] == DateColumn.MISSING ? DistinctKeys.MISSING : date.millis()[row];
        };
    }

    private static long code(int code) {
        return code == Dictionary.MISSING ? DistinctKeys.MISSING : code;
    }

    private static long key(double number) {
        return Double.isNaN(number) ? DistinctKeys.MISSING : Double.doubleToLongBits(number + 0.0);
    }
}
