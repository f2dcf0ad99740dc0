package app.attune.events;

import app.attune.events.read.Rejection;

/// A row kept aside, the import and file it is of, and the column it is wrong in, empty for the row as a whole.
///
/// @param importId 0 while nothing is imported yet
public record RejectedRow(long importId, String file, String column, Rejection rejection) {
    /// With the file and line that the report knows for it.
    static RejectedRow of(ImportReport report, String column, Rejection rejection) {
        FilePlace place = report.place(rejection.line());
        return new RejectedRow(report.importId(), place.file(), column, rejection.at(place.line()));
    }
}
