package app.attune.events.read;

import java.io.IOException;

/// Opens the reader of rows that fits a format. Records become rows by the format's shape, or are
/// flattened to one row each where it has none.
public final class RowReaders {
    private RowReaders() {}

    /// @param content of `file`, closed with the reader
    public static RowReader open(SourceFile file, ContentStream content, FileFormat format) {
        if (!format.shape().isNone()) {
            return new ShapedReader(file, RecordReaders.open(file, content, format), format.shape());
        }
        try {
            return switch (format.kind()) {
                case DELIMITED -> new DelimitedReader(file, content, format);
                case ALIGNED -> new LineReader(file, content, format, new AlignedCut(format));
                case FIXED_WIDTH -> new LineReader(file, content, format, new FixedCut(format));
                case LISTS -> new LineReader(file, content, format, new ListCut(format));
                case LOG -> new LineReader(file, content, format, new LogCut(format));
                case W3C_LOG -> new LineReader(file, content, format, new W3cCut(format));
                case WORKBOOK -> new WorkbookReader(file, content, format);
                case JSON_LINES, JSON, PARQUET, AVRO ->
                    new FlattenedReader(file, RecordReaders.open(file, content, format));
            };
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
