package app.attune.events;

import app.attune.events.read.FileFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is known of an import before its first row.
///
/// @param columns   of the file, in its order
/// @param keptTypes declared types of kept columns, by kind of rows and name
public record ImportStart(
        String sourceName,
        FileFormat format,
        Mapping mapping,
        List<String> columns,
        Instant startedAt,
        Map<RowKind, Map<String, FieldType>> keptTypes) {
    public ImportStart {
        columns = List.copyOf(columns);
    }
}
