package app.attune.events.read;

/// How a file separates its rows and values.
public enum FileKind {
    /// One row a line, values between delimiters, quotes where needed.
    DELIMITED,
    /// One JSON object a line.
    JSON_LINES,
    /// JSON documents one after the other: arrays of objects, or single objects.
    JSON,
    /// A Parquet file, which knows its columns and may nest them.
    PARQUET,
    /// An Avro file, which carries its schema and may nest records.
    AVRO,
    /// One sheet of an Excel workbook (.xlsx).
    WORKBOOK;

    /// Whether its bytes stand for characters in some encoding.
    public boolean isText() {
        return switch (this) {
            case DELIMITED, JSON_LINES, JSON -> true;
            case PARQUET, AVRO, WORKBOOK -> false;
        };
    }

    /// Whether each row names its values, so files with other names can be read as one.
    boolean namesEachValue() {
        return switch (this) {
            case DELIMITED, WORKBOOK -> false;
            case JSON_LINES, JSON, PARQUET, AVRO -> true;
        };
    }
}
