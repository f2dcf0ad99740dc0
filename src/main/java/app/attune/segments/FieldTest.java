package app.attune.segments;

import java.util.List;

/// A test of one event: its item, an attribute of its item, its value or another of its properties.
///
/// @param field       `item`, `item.<attribute>`, `value`, or the name of an event property
/// @param whenMissing NO for IS_MISSING and IS_PRESENT, which say it themselves
public record FieldTest(String field, Comparison comparison, List<String> values, WhenMissing whenMissing) {
    public FieldTest {
        values = List.copyOf(values);
        whenMissing = comparison.allowed(whenMissing);
    }

    /// That a missing value does not pass, unless it is asked for.
    public FieldTest(String field, Comparison comparison, List<String> values) {
        this(field, comparison, values, WhenMissing.NO);
    }

    Asked asked() {
        return new Asked(comparison, values, whenMissing);
    }
}
