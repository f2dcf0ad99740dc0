package app.attune.events.read;

import app.attune.events.read.shape.RecordShape;
import java.io.IOException;

/// Opens the reader of records that fits a format. Every format has one: the rows of a flat file are records of texts.
public final class RecordReaders {
    private RecordReaders() {}

    /// @param content of `file`, closed with the reader
    public static RecordReader open(SourceFile file, ContentStream content, FileFormat format) {
        try {
            return switch (format.kind()) {
                case DELIMITED -> FlatRecords.of(new DelimitedReader(file, content, format), format);
                case JSON_LINES -> new JsonLineRecords(file, content, format);
                case JSON -> new JsonDocumentRecords(file, content, format);
                case PARQUET -> new ParquetRecords(file, content);
                case AVRO -> new AvroRecords(file, content);
                case ALIGNED, FIXED_WIDTH, LISTS, LOG, W3C_LOG ->
                    FlatRecords.of(RowReaders.open(file, content, format.withShape(RecordShape.none())), format);
                case WORKBOOK -> FlatRecords.of(new WorkbookReader(file, content, format), format);
            };
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
