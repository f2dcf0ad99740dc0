package app.attune.events.read.shape;

import java.util.List;

/// A condition that a row has to meet to be read.
///
/// @param values for [Test#IN] and [Test#NOT_IN]
public record RecordTest(String path, Test test, List<String> values) {
    public RecordTest {
        FieldPath.of(path);
        values = Given.list(values);
    }

    /// What is asked of the value at the path.
    public enum Test {
        IN,
        NOT_IN,
        PRESENT,
        ABSENT
    }

    boolean holds(String value) {
        return switch (test) {
            case IN -> values.contains(value);
            case NOT_IN -> !values.contains(value);
            case PRESENT -> !value.isEmpty();
            case ABSENT -> value.isEmpty();
        };
    }
}
