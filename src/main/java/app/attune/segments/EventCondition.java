package app.attune.segments;

import java.util.List;

/// Measures a user's events of some kind in a window and compares the result.
///
/// COUNT, COUNT_DISTINCT and SUM of no events are 0 and therefore present; DAYS_SINCE_LAST of no events is missing.
///
/// @param types  event types, any of them; empty for all
/// @param where  further tests of each event, all of which must hold
/// @param values numbers with a decimal point; none for IS_MISSING and IS_PRESENT, two for BETWEEN
public record EventCondition(
        List<String> types,
        List<FieldTest> where,
        Measure measure,
        Window window,
        Comparison comparison,
        List<String> values)
        implements Condition {
    public EventCondition {
        types = List.copyOf(types);
        where = List.copyOf(where);
        values = List.copyOf(values);
    }
}
