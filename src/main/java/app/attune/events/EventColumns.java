package app.attune.events;

import app.attune.core.Require;

/// The columns every event has, sorted by user, then time, then order of arrival. Arrays are shared, never written.
///
/// @param offsets   length users + 1, ascending; a user has the rows from its offset to the next
/// @param times     epoch milliseconds
/// @param typeCodes positions in `types`
/// @param itemCodes positions in `items` or [Dictionary#MISSING]
/// @param values    amounts, NaN where there is none
@SuppressWarnings("ArrayRecordComponent") // A carrier between builder and frame, never compared.
public record EventColumns(
        Dictionary users,
        Dictionary items,
        Dictionary types,
        int[] offsets,
        long[] times,
        int[] typeCodes,
        int[] itemCodes,
        double[] values) {
    public EventColumns {
        Require.that(offsets.length == users.size() + 1, "One offset more than users");
        Require.that(offsets[users.size()] == times.length, "The last offset is the number of events");
        Require.that(
                typeCodes.length == times.length && itemCodes.length == times.length && values.length == times.length,
                "All event columns have the same length");
    }
}
