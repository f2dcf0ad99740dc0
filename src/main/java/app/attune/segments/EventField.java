package app.attune.segments;

import app.attune.events.Column;
import app.attune.events.EventFrame;
import java.util.Optional;

/// What the name of an event's field stands for in a frame.
sealed interface EventField {
    /// Names of item attributes start with this.
    String ITEM_PREFIX = "item.";
    /// The name of the item.
    String ITEM = "item";
    /// The name of the value of an event.
    String VALUE = "value";

    /// The item itself.
    record Item() implements EventField {}

    /// An attribute of the item, by item position.
    record ItemAttribute(Column column) implements EventField {}

    /// The value of the event.
    record Value() implements EventField {}

    /// Another column of the events, by row.
    record Property(Column column) implements EventField {}

    /// Empty when the frame has no such field: it is missing for every event.
    static Optional<EventField> find(EventFrame frame, String name) {
        if (name.equals(ITEM)) {
            return Optional.of(new Item());
        }
        if (name.equals(VALUE)) {
            return Optional.of(new Value());
        }
        if (name.startsWith(ITEM_PREFIX)) {
            return frame.catalogue()
                    .column(name.substring(ITEM_PREFIX.length()))
                    .map(ItemAttribute::new);
        }
        return frame.property(name).map(Property::new);
    }

    default FieldKind kind() {
        return switch (this) {
            case Item item -> FieldKind.TEXT;
            case Value value -> FieldKind.NUMBER;
            case ItemAttribute attribute -> FieldKind.of(attribute.column());
            case Property property -> FieldKind.of(property.column());
        };
    }
}
