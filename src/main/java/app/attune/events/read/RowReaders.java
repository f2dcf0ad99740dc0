package app.attune.events.read;

import java.io.IOException;

/// Opens the reader of rows that fits a format. Records are flattened to one row each.
public final class RowReaders {
    private RowReaders() {}

    /// @param content of `file`, closed with the reader
    public static RowReader open(SourceFile file, ContentStream content, FileFormat format) {
        try {
            return switch (format.kind()) {
                case DELIMITED -> new DelimitedReader(file, content, format);
                case JSON_LINES, JSON -> new FlattenedReader(file, RecordReaders.open(file, content, format));
            };
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
