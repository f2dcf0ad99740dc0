package app.attune.events.read;

import app.attune.core.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads comma-separated rows and their like. Rows without quotes are cut at the delimiter, rows with quotes are
/// parsed by FastCSV; a row that makes no sense is handed out as broken, and reading goes on at the next line. A row
/// over
/// several lines with a wrong number of values most likely has a stray quote, so it costs its first line only.
final class DelimitedReader implements RowReader {
    private final SourceFile file;
    private final FileFormat format;
    private final CharWindow window;
    private final QuotedRow quotedRow;
    private final CsvReader.CsvReaderBuilder fastCsv;
    private final List<String> columns;
    private int expected;
    private Optional<RawRow> first = Optional.empty();

    DelimitedReader(SourceFile file, InputStream content, FileFormat format) throws IOException {
        this.file = file;
        this.format = format;
        this.window = new CharWindow(new StrictText(content, format.encoding()));
        this.quotedRow = new QuotedRow(window, format);
        this.fastCsv = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        this.columns = readColumns();
        this.expected = columns.size();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<RawRow> next() {
        if (first.isPresent()) {
            Optional<RawRow> row = first;
            first = Optional.empty();
            return row;
        }
        try {
            return read().map(this::checked);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            window.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private List<String> readColumns() throws IOException {
        RawRow row = read().orElseThrow(() -> ProblemException.of(
                "import.empty", "The file " + file.name() + " has no rows.", "Choose a file that has some."));
        if (format.header() == Header.ABSENT) {
            first = Optional.of(row);
            int count = row instanceof RawRow.Values values ? values.values().length : 1;
            return ColumnNames.numbered(count);
        }
        return switch (row) {
            case RawRow.Values values -> ColumnNames.unique(List.of(values.values()));
            case RawRow.Broken broken ->
                throw ProblemException.of(
                        "import.bad-header",
                        "The first line, which names the columns, can't be read: "
                                + broken.rejection().reason().words() + ".",
                        "Check encoding, delimiter and quote, or say that the file has no header.");
        };
    }

    private RawRow checked(RawRow row) {
        return row instanceof RawRow.Values values && values.values().length != expected
                ? wrongCount(values.line(), values.values().length, row.raw())
                : row;
    }

    private RawRow wrongCount(long line, int found, String raw) {
        String detail = String.format(Locale.ROOT, "expected %d columns, found %d", expected, found);
        return new RawRow.Broken(new Rejection(line, 0, RejectReason.WRONG_COLUMN_COUNT, detail, raw));
    }

    private Optional<RawRow> read() throws IOException {
        while (window.size() > 0 || window.more()) {
            int end = window.lineEnd(0);
            if (end == CharWindow.TOO_LONG) {
                return Optional.of(tooLong());
            }
            if (end > 0) {
                return Optional.of(row(end));
            }
            window.dropLine(window.afterLineEnd(0));
        }
        return Optional.empty();
    }

    private RawRow row(int lineEnd) throws IOException {
        String raw = window.text(0, lineEnd);
        if (raw.indexOf(format.quote()) >= 0) {
            return quoted(raw);
        }
        OptionalInt bad = window.firstBad(lineEnd);
        RawRow row =
                bad.isPresent() ? undecodable(raw, bad.getAsInt()) : new RawRow.Values(window.line(), split(raw), raw);
        window.dropLine(window.afterLineEnd(lineEnd));
        return row;
    }

    private RawRow quoted(String firstLine) throws IOException {
        int end = quotedRow.end();
        if (end == QuotedRow.BROKEN) {
            String detail = "a quote opens or ends in the middle of column " + quotedRow.column();
            RawRow row = new RawRow.Broken(
                    new Rejection(window.line(), quotedRow.column(), RejectReason.BAD_QUOTES, detail, firstLine));
            window.dropLine(window.afterLineEnd(firstLine.length()));
            return row;
        }
        String raw = window.text(0, end);
        if (end > firstLine.length() && expected > 0 && quotedRow.column() != expected) {
            RawRow row = wrongCount(window.line(), quotedRow.column(), firstLine);
            window.dropLine(window.afterLineEnd(firstLine.length()));
            return row;
        }
        OptionalInt bad = window.firstBad(end);
        RawRow row = bad.isPresent() ? undecodable(raw, bad.getAsInt()) : parse(raw);
        window.drop(window.afterLineEnd(end));
        return row;
    }

    private RawRow parse(String raw) {
        try {
            List<String> fields = fastCsv.ofSingleCsvRecord(raw).getFields();
            return new RawRow.Values(window.line(), fields.toArray(String[]::new), raw);
        } catch (CsvParseException e) {
            return new RawRow.Broken(
                    new Rejection(window.line(), 0, RejectReason.BAD_QUOTES, "the row can't be split", raw));
        }
    }

    private String[] split(String raw) {
        char delimiter = format.delimiter();
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = raw.indexOf(delimiter); at >= 0; at = raw.indexOf(delimiter, from)) {
            fields.add(raw.substring(from, at));
            from = at + 1;
        }
        fields.add(raw.substring(from));
        return fields.toArray(String[]::new);
    }

    private RawRow tooLong() throws IOException {
        String raw = window.text(0, Rejection.RAW_LIMIT);
        String detail = String.format(Locale.ROOT, "a line of more than %,d characters", CharWindow.MAX_ROW);
        RawRow row = new RawRow.Broken(new Rejection(window.line(), 0, RejectReason.TOO_LONG, detail, raw));
        window.dropLongLine();
        return row;
    }

    private RawRow undecodable(String raw, int at) {
        long before = raw.substring(0, at)
                .chars()
                .filter(c -> c == format.delimiter())
                .count();
        String detail = format.encoding().placeOfBad(raw, at);
        return new RawRow.Broken(new Rejection(window.line(), (int) before + 1, RejectReason.UNDECODABLE, detail, raw));
    }
}
