package app.attune.events;

import app.attune.events.read.FileFormat;
import app.attune.events.read.Rejection;

/// Numbers the records that the rejected rows of one import are of, in order of the file. Where records give several
/// rows each, rows at one line with the same text are of one record, and so are those kept without their text.
final class RecordCount {
    private final boolean severalRows;
    private long record;
    private long line;
    private String text = "";

    /// @param format that the import was read with
    RecordCount(FileFormat format) {
        this.severalRows = !format.shape().isNone();
    }

    KeptRow next(Rejection rejection) {
        String raw = rejection.raw();
        boolean same = severalRows && record > 0 && rejection.line() == line && (raw.isBlank() || raw.equals(text));
        if (!same) {
            record++;
            line = rejection.line();
            text = raw;
        }
        return new KeptRow(record, rejection);
    }
}
