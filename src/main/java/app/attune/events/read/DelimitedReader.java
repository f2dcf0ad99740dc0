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
/// over several lines with a wrong number of values most likely has a stray quote, so it costs its first line only.
///
/// There are two ways through the file: plain rows are cut from its bytes, all others from its characters, which are
/// read ahead from the same bytes and dropped again when the plain way is taken.
final class DelimitedReader implements RowReader {
    /// Rows read as characters in a row before the plain way is tried again, at most.
    private static final int MOST_CHAR_ROWS = 256;

    private final SourceFile file;
    private final FileFormat format;
    private final ByteWindow bytes;
    private final Optional<PlainLines> plain;
    private final CharWindow window;
    private final QuotedRow quotedRow;
    private final CsvReader.CsvReaderBuilder fastCsv;
    private final List<String> columns;
    private int expected;
    private boolean asChars;
    private int charRowsLeft;
    private int charRows = 1;
    private Optional<RawRow> first = Optional.empty();

    DelimitedReader(SourceFile file, InputStream in, FileFormat format) throws IOException {
        InputStream content = BlankedStream.over(in, format);
        this.file = file;
        this.format = format;
        this.bytes = new ByteWindow(content);
        this.plain = PlainLines.canRead(format) ? Optional.of(new PlainLines(bytes, format)) : Optional.empty();
        this.window = new CharWindow(text(content));
        this.quotedRow = new QuotedRow(window, format);
        this.fastCsv = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        this.columns = readColumns();
        this.expected = columns.size();
    }

    private StrictText text(InputStream content) throws IOException {
        if (plain.isEmpty()) {
            return new StrictText(content, format.encoding());
        }
        bytes.skipMark(format.encoding());
        return new StrictText(bytes.ahead(), format.encoding().charset());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean nextPlain(PlainRow row) {
        if (plain.isEmpty() || first.isPresent() || charRowsLeft > 0) {
            return false;
        }
        asChars = false;
        try {
            if (plain.get().next(row, expected)) {
                charRows = 1;
                return true;
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        charRowsLeft = charRows;
        charRows = Math.min(charRows * 2, MOST_CHAR_ROWS);
        return false;
    }

    @Override
    public boolean nextPlainBeside(PlainRow row) {
        try {
            return plain.isPresent() && plain.get().nextBeside(row, expected);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
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
            bytes.close();
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
        if (!asChars) {
            startChars();
        }
        Optional<RawRow> row = readChars();
        charRowsLeft = Math.max(charRowsLeft - 1, 0);
        if (plain.isPresent()) {
            bytes.drop(window.takeLeftBytes(), window.line());
        }
        return row;
    }

    private void startChars() {
        asChars = true;
        if (plain.isPresent()) {
            bytes.rewind();
            window.restart(bytes.line());
        }
    }

    private Optional<RawRow> readChars() throws IOException {
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
