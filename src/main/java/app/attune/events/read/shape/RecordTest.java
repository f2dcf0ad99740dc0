package app.attune.events.read.shape;

import java.math.BigDecimal;
import java.util.List;

/// A condition that a row has to meet to be read.
///
/// @param values for [Test#IN] and [Test#NOT_IN]; one number for [Test#AT_LEAST] and [Test#AT_MOST]
public record RecordTest(String path, Test test, List<String> values) {
    public RecordTest {
        FieldPath.of(path);
        values = Given.list(values);
        boolean compared = test == Test.AT_LEAST || test == Test.AT_MOST;
        if (compared && (values.size() != 1 || Decimals.parse(values.getFirst()).isEmpty())) {
            throw ShapeProblems.bad("The condition on '" + path + "' needs one number");
        }
    }

    /// What is asked of the value at the path.
    public enum Test {
        IN,
        NOT_IN,
        PRESENT,
        ABSENT,
        /// As numbers; what is no number is not.
        AT_LEAST,
        AT_MOST
    }

    boolean holds(String value) {
        return switch (test) {
            case IN -> values.contains(value);
            case NOT_IN -> !values.contains(value);
            case PRESENT -> !value.isEmpty();
            case ABSENT -> value.isEmpty();
            case AT_LEAST ->
                Decimals.parse(value)
                        .filter(number -> number.compareTo(limit()) >= 0)
                        .isPresent();
            case AT_MOST ->
                Decimals.parse(value)
                        .filter(number -> number.compareTo(limit()) <= 0)
                        .isPresent();
        };
    }

    private BigDecimal limit() {
        return Decimals.parse(values.getFirst()).orElseThrow();
    }
}
