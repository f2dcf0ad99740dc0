package app.attune.events.read;

import app.attune.core.Require;
import app.attune.events.read.shape.RecordShape;
import java.util.Objects;

/// How to read a file of rows: kind, encoding, and for delimited files the characters that matter.
///
/// @param delimiter between values; ignored for JSON Lines
/// @param quote     around values that contain a delimiter or a line end; ignored for JSON Lines
/// @param layout    what only this kind needs to know, as its reader words it; blank for kinds that need nothing
/// @param shape     how rows are made of records; [RecordShape#none] to take them as the file has them
public record FileFormat(
        FileKind kind,
        Encoding encoding,
        char delimiter,
        char quote,
        Header header,
        DecimalMark decimalMark,
        String layout,
        RecordShape shape) {
    public FileFormat {
        shape = Objects.requireNonNullElse(shape, RecordShape.none());
        Require.that(kind != FileKind.DELIMITED || delimiter != quote, "Delimiter and quote are different characters");
        Require.that(delimiter != '\n' && delimiter != '\r', "A delimiter is not a line end");
    }

    /// A format of rows as the file has them.
    public FileFormat(
            FileKind kind,
            Encoding encoding,
            char delimiter,
            char quote,
            Header header,
            DecimalMark decimalMark,
            String layout) {
        this(kind, encoding, delimiter, quote, header, decimalMark, layout, RecordShape.none());
    }

    /// Comma, double quote, header, UTF-8, decimal point.
    public static FileFormat csv() {
        return new FileFormat(FileKind.DELIMITED, Encoding.UTF_8, ',', '"', Header.PRESENT, DecimalMark.POINT, "");
    }

    /// One JSON object a line, UTF-8.
    public static FileFormat jsonLines() {
        return new FileFormat(FileKind.JSON_LINES, Encoding.UTF_8, ',', '"', Header.ABSENT, DecimalMark.POINT, "");
    }

    /// A kind of file that says by itself how it is written; encoding, delimiter and quote mean nothing to it.
    static FileFormat of(FileKind kind) {
        return new FileFormat(kind, Encoding.UTF_8, ',', '"', Header.ABSENT, DecimalMark.POINT, "");
    }

    /// JSON documents, UTF-8.
    ///
    /// @param path to the records, such as `/data/orders`; blank if they are at the top
    public static FileFormat json(String path) {
        return new FileFormat(FileKind.JSON, Encoding.UTF_8, ',', '"', Header.ABSENT, DecimalMark.POINT, path);
    }

    /// Another kind in the same encoding, without the layout and shape that went with the former; a layout to start
    /// from where the kind needs one.
    public FileFormat withKind(FileKind other) {
        return new FileFormat(other, encoding, delimiter, quote, header, decimalMark, other.firstLayout());
    }

    public FileFormat withDelimiter(char other) {
        return new FileFormat(kind, encoding, other, quote, header, decimalMark, layout, shape);
    }

    public FileFormat withQuote(char other) {
        return new FileFormat(kind, encoding, delimiter, other, header, decimalMark, layout, shape);
    }

    public FileFormat withEncoding(Encoding other) {
        return new FileFormat(kind, other, delimiter, quote, header, decimalMark, layout, shape);
    }

    public FileFormat withHeader(Header other) {
        return new FileFormat(kind, encoding, delimiter, quote, other, decimalMark, layout, shape);
    }

    public FileFormat withDecimalMark(DecimalMark other) {
        return new FileFormat(kind, encoding, delimiter, quote, header, other, layout, shape);
    }

    public FileFormat withLayout(String other) {
        return new FileFormat(kind, encoding, delimiter, quote, header, decimalMark, other, shape);
    }

    public FileFormat withShape(RecordShape other) {
        return new FileFormat(kind, encoding, delimiter, quote, header, decimalMark, layout, other);
    }
}
