package app.attune.segments;

import java.util.List;

/// Compares an attribute of the user.
///
/// @param attribute   name of a column of the population
/// @param values      as written by the analyst: texts, numbers with a decimal point, dates as ISO-8601; none for
///                    IS_MISSING and IS_PRESENT, two for BETWEEN
/// @param whenMissing NO for IS_MISSING and IS_PRESENT, which say it themselves
public record AttributeCondition(String attribute, Comparison comparison, List<String> values, WhenMissing whenMissing)
        implements Condition {
    public AttributeCondition {
        values = List.copyOf(values);
        whenMissing = comparison.allowed(whenMissing);
    }

    /// That a missing value does not match, unless it is asked for.
    public AttributeCondition(String attribute, Comparison comparison, List<String> values) {
        this(attribute, comparison, values, WhenMissing.NO);
    }

    Asked asked() {
        return new Asked(comparison, values, whenMissing);
    }
}
