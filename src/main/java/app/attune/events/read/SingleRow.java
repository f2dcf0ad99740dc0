package app.attune.events.read;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads rows given one by one as text, each as the file it is of would be read.
public final class SingleRow {
    private final SourceFile file;
    private final FileFormat format;
    private final List<String> columns;
    private final String before;

    /// @param file    to name in messages
    /// @param format  of the file the rows are of
    /// @param columns of that file
    public SingleRow(SourceFile file, FileFormat format, List<String> columns) {
        this.file = file;
        this.format = asText(format.withEncoding(Encoding.UTF_8));
        this.columns = List.copyOf(columns);
        this.before = firstLine();
    }

    /// Rows of files that are no text are kept as JSON, cells of a workbook with tabs between them.
    private static FileFormat asText(FileFormat format) {
        return switch (format.kind()) {
            case DELIMITED -> format.withLayout("");
            case JSON_LINES, ALIGNED, FIXED_WIDTH, LISTS, LOG, W3C_LOG -> format;
            case JSON -> format.withLayout("");
            case PARQUET, AVRO -> FileFormat.jsonLines().withShape(format.shape());
            case WORKBOOK -> FileFormat.csv().withDelimiter('\t');
        };
    }

    /// The row of this text, with one value per column, as if it stood at `line`; several if the format's shape makes
    /// several of one record.
    public List<RawRow> read(long line, String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return List.of(broken(
                    line, RejectReason.UNDECODABLE, "a character that stands for bytes nobody could read", text));
        }
        List<RawRow> rows = new ArrayList<>();
        List<String> found;
        byte[] bytes = (before + text + "\n").getBytes(StandardCharsets.UTF_8);
        CountingStream counted = new CountingStream(InputStream.nullInputStream());
        try (RowReader reader =
                RowReaders.open(file, new ContentStream(new ByteArrayInputStream(bytes), counted), format)) {
            found = reader.columns();
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        } catch (ProblemException e) {
            return List.of(
                    broken(line, RejectReason.WRONG_COLUMN_COUNT, e.problem().message(), text));
        }
        return all(rows.subList(Math.min(rows.size(), addedRows()), rows.size()), found, line, text);
    }

    private List<RawRow> all(List<RawRow> rows, List<String> found, long line, String text) {
        boolean one = format.shape().isNone();
        if (rows.isEmpty() || (one && rows.size() > 1)) {
            String detail = rows.isEmpty() ? "it makes no row on its own" : "the text is " + rows.size() + " rows";
            return List.of(broken(line, RejectReason.WRONG_COLUMN_COUNT, detail, text));
        }
        return rows.stream().map(row -> at(line, row, found, text)).toList();
    }

    private RawRow at(long line, RawRow row, List<String> found, String text) {
        return switch (row) {
            case RawRow.Values values -> new RawRow.Values(line, inOrder(values.values(), found), text, values.part());
            case RawRow.Broken broken ->
                new RawRow.Broken(new Rejection(
                        line,
                        broken.rejection().column(),
                        broken.rejection().reason(),
                        broken.rejection().detail(),
                        text));
        };
    }

    private String[] inOrder(String[] values, List<String> found) {
        return columns.stream()
                .map(found::indexOf)
                .map(position -> position >= 0 && position < values.length ? values[position] : "")
                .toArray(String[]::new);
    }

    private int addedRows() {
        boolean named = format.header() == Header.PRESENT && !format.kind().namesEachValue();
        return named || before.isEmpty() ? 0 : 1;
    }

    /// What makes the reader see the same columns as in the whole file.
    private String firstLine() {
        if (!format.shape().isNone()) {
            return "";
        }
        return switch (format.kind()) {
            case DELIMITED, WORKBOOK -> delimited();
            case ALIGNED -> format.header() == Header.PRESENT ? "\"" + String.join("\" \"", columns) + "\"\n" : "";
            case FIXED_WIDTH -> format.header() == Header.PRESENT ? FixedCut.line(format, columns) : "";
            case LISTS, LOG, W3C_LOG -> "";
            case JSON_LINES, JSON, PARQUET, AVRO -> {
                Map<String, String> names = new LinkedHashMap<>();
                columns.forEach(column -> names.put(column, "x"));
                yield Json.write(names) + "\n";
            }
        };
    }

    private String delimited() {
        String quote = String.valueOf(format.quote());
        List<String> names = format.header() == Header.PRESENT ? columns : Collections.nCopies(columns.size(), "x");
        return String.join(
                        String.valueOf(format.delimiter()),
                        names.stream()
                                .map(name -> quote + name.replace(quote, quote + quote) + quote)
                                .toList())
                + "\n";
    }

    private static RawRow broken(long line, RejectReason reason, String detail, String text) {
        return new RawRow.Broken(new Rejection(line, 0, reason, detail, text));
    }
}
