package app.attune.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the rows of a file say in one column of consent.
///
/// @param byStatus how many rows say what; UNCLEAR are those whose value is listed nowhere
/// @param silent   rows without a value
/// @param values   the first different values as they are written, and how many rows have each
public record ConsentCount(
        MappedColumn column, Map<ConsentStatus, Long> byStatus, long silent, Map<String, Long> values) {
    public ConsentCount {
        byStatus = Map.copyOf(byStatus);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public long of(ConsentStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
