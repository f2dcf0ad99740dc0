package app.attune.segments;

import app.attune.events.Column;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// The texts of a field by event row.
///
/// @param codes positions in the dictionary, [Dictionary#MISSING] where there is none
record FieldTexts(Dictionary dictionary, IntUnaryOperator codes) {
    /// Empty for a field that the frame does not have or that holds no texts.
    static Optional<FieldTexts> of(EventFrame frame, String name) {
        return EventField.find(frame, name).flatMap(field -> of(frame, field));
    }

    private static Optional<FieldTexts> of(EventFrame frame, EventField field) {
        return switch (field) {
            case EventField.Item item -> Optional.of(new FieldTexts(frame.items(), frame::item));
            case EventField.Value value -> Optional.empty();
            case EventField.Property property ->
                text(property.column()).map(text -> new FieldTexts(text.dictionary(), row -> text.codes()[row]));
            case EventField.ItemAttribute attribute ->
                text(attribute.column())
                        .map(text -> new FieldTexts(text.dictionary(), row -> byItem(text, frame.item(row))));
        };
    }

    private static int byItem(TextColumn text, int item) {
        return item == Dictionary.MISSING ? Dictionary.MISSING : text.codes()[item];
    }

    private static Optional<TextColumn> text(Column column) {
        return column instanceof TextColumn text ? Optional.of(text) : Optional.empty();
    }
}
