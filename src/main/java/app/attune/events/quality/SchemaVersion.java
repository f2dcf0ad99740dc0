package app.attune.events.quality;

import java.util.List;

/// The columns of a source from one import on, until others came.
///
/// @param number    of the source's versions, from 1
/// @param firstFile the first file that came so
/// @param since     when it was imported, an ISO-8601 instant
/// @param imports   how many files came so
public record SchemaVersion(
        String source, int number, String firstFile, String since, long imports, List<SchemaColumn> columns) {
    public SchemaVersion {
        columns = List.copyOf(columns);
    }
}
