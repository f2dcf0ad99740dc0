package app.attune.events.read;

import java.io.IOException;

/// Opens the reader that fits a format.
public final class RowReaders {
    private RowReaders() {}

    /// @param content of `file`, closed with the reader
    public static RowReader open(SourceFile file, ContentStream content, FileFormat format) {
        try {
            return switch (format.kind()) {
                case DELIMITED -> new DelimitedReader(file, content, format);
                case JSON_LINES -> new JsonLinesReader(file, content, format);
            };
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
