package app.attune.segments;

import java.util.List;

/// Compares an attribute of the user.
///
/// @param attribute name of a column of the population
/// @param values    as written by the analyst: texts, numbers with a decimal point, dates as ISO-8601; none for
///                  IS_MISSING and IS_PRESENT, two for BETWEEN
public record AttributeCondition(String attribute, Comparison comparison, List<String> values) implements Condition {
    public AttributeCondition {
        values = List.copyOf(values);
    }
}
