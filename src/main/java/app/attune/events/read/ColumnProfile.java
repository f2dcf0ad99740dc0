package app.attune.events.read;

import java.util.List;
import java.util.Optional;

/// What a column looks like in the rows read so far.
///
/// @param time        how to read the column as times, if it may hold times (also for numbers that look like epochs)
/// @param values      how many are present
/// @param missing     how many are empty
/// @param unparseable present values that are not of `type`
/// @param examples    up to five different present values
public record ColumnProfile(
        String name,
        ColumnType type,
        Optional<TimeFormat> time,
        int values,
        int missing,
        int unparseable,
        List<String> examples) {
    public ColumnProfile {
        examples = List.copyOf(examples);
    }

    public boolean isEmpty() {
        return values == 0;
    }
}
