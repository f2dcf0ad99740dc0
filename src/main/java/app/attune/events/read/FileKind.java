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
    WORKBOOK,
    /// Values between blanks, one or many.
    ALIGNED,
    /// Values at fixed places of the line; the layout has the places at which columns start.
    FIXED_WIDTH,
    /// A user's id and then the ids of items in each line, without times; the layout has the time to take.
    LISTS,
    /// Lines of a server log; the layout has their pattern.
    LOG,
    /// A server log in the W3C extended format; the layout has the names of its first line of fields.
    W3C_LOG;

    /// Whether its bytes stand for characters in some encoding.
    public boolean isText() {
        return switch (this) {
            case DELIMITED, JSON_LINES, JSON, ALIGNED, FIXED_WIDTH, LISTS, LOG, W3C_LOG -> true;
            case PARQUET, AVRO, WORKBOOK -> false;
        };
    }

    /// A layout that any file can be read with, for the analyst to go on from.
    String firstLayout() {
        return switch (this) {
            case LOG -> "(?<line>.*)";
            case FIXED_WIDTH -> "1";
            case DELIMITED, JSON_LINES, JSON, PARQUET, AVRO, WORKBOOK, ALIGNED, LISTS, W3C_LOG -> "";
        };
    }

    /// Whether each row names its values, so files with other names can be read as one.
    public boolean namesEachValue() {
        return switch (this) {
            case DELIMITED, WORKBOOK, ALIGNED, FIXED_WIDTH, LISTS, LOG, W3C_LOG -> false;
            case JSON_LINES, JSON, PARQUET, AVRO -> true;
        };
    }
}
