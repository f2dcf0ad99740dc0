package app.attune.events;

import app.attune.events.read.Rejection;

/// A row kept aside, the import and file it is of, and the column it is wrong in, empty for the row as a whole.
///
/// @param importId 0 while nothing is imported yet
/// @param record   which of the import's rejected records it is of, from 1; 0 while nothing is imported yet
public record RejectedRow(long importId, long record, String file, String column, Rejection rejection) {
    /// With the file and line that the report knows for it.
    static RejectedRow of(ImportReport report, ImportSource source, KeptRow row) {
        return of(report, source.column(row.rejection().column()), row);
    }

    /// The same of a file that is not imported yet.
    static RejectedRow of(ImportReport report, String column, Rejection rejection) {
        return of(report, column, new KeptRow(0, rejection));
    }

    private static RejectedRow of(ImportReport report, String column, KeptRow row) {
        FilePlace place = report.place(row.rejection().line());
        return new RejectedRow(
                report.importId(),
                row.record(),
                place.file(),
                column,
                row.rejection().at(place.line()));
    }
}
