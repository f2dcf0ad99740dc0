package app.attune.segments;

import java.util.List;

/// A test of one event: its item, an attribute of its item, its value or another of its properties.
///
/// @param field `item`, `item.<attribute>`, `value`, or the name of an event property
public record FieldTest(String field, Comparison comparison, List<String> values) {
    public FieldTest {
        values = List.copyOf(values);
    }
}
