package app.attune.segments;

import java.util.List;

/// Which events are meant, whenever they happened.
///
/// @param types event types, any of them; empty for all
/// @param where further tests of each event, all of which must hold
public record EventKind(List<String> types, List<FieldTest> where) {
    public EventKind {
        types = List.copyOf(types);
        where = List.copyOf(where);
    }

    /// Events of a type, of any type without one.
    public static EventKind of(String... types) {
        return new EventKind(List.of(types), List.of());
    }
}
