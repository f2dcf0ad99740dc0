package app.attune.events.read;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads the rows of one sheet of an Excel workbook (.xlsx): the sheet that [FileFormat#layout] names, or the first
/// that has rows of several cells, else any. Rows without any value are none, nor are titles above the table. The line
/// of a row is its number in the sheet.
final class WorkbookReader implements RowReader {
    private static final int LOOKED_AT = 50;

    private final SourceFile file;
    private final ContentStream content;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> columns;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private Optional<RawRow> first = Optional.empty();
    private long line;

    WorkbookReader(SourceFile file, ContentStream content, FileFormat format) throws IOException {
        this.file = file;
        this.content = content;
        try {
            content.transferTo(OutputStream.nullOutputStream());
            WorkbookGuard.check(file.onDisk());
            this.workbook = new ReadableWorkbook(file.onDisk().toFile(), new ReadingOptions(true, true));
            this.stream = sheet(format.layout()).openStream();
            this.rows = stream.iterator();
            skipTitles();
            this.columns = readColumns(format.header());
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            content.close();
            throw BinaryDamage.of("Excel", file, line, e);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<RawRow> next() {
        Optional<RawRow> ahead = first;
        first = Optional.empty();
        try {
            return ahead.isPresent() ? ahead : read().map(this::row);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            throw BinaryDamage.of("Excel", file, line, e);
        }
    }

    @Override
    public void close() {
        try (content;
                workbook) {
            stream.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private Sheet sheet(String name) throws IOException {
        List<Sheet> sheets = workbook.getSheets().toList();
        if (!name.isBlank()) {
            return sheets.stream()
                    .filter(sheet -> sheet.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(
                            "import.no-sheet",
                            "The workbook " + file.name() + " has no sheet '" + name + "'.",
                            "Choose one of: "
                                    + String.join(
                                            ", ",
                                            sheets.stream().map(Sheet::getName).toList())
                                    + "."));
        }
        for (int cells : new int[] {2, 1}) {
            for (Sheet sheet : sheets) {
                try (Stream<Row> some = sheet.openStream()) {
                    if (some.anyMatch(row -> filled(row) >= cells)) {
                        return sheet;
                    }
                }
            }
        }
        throw empty();
    }

    private static long filled(Row row) {
        return row.stream()
                .filter(cell -> cell != null && !cell.getText().isBlank())
                .count();
    }

    /// Up to its last cell with a value.
    private static int width(Row row) {
        return row.stream()
                .filter(cell -> cell != null && !cell.getText().isBlank())
                .mapToInt(cell -> cell.getColumnIndex() + 1)
                .max()
                .orElse(0);
    }

    /// Lines above the table, such as a title: rows before the first with as many cells as most have, if one of them
    /// has a single cell.
    private void skipTitles() {
        while (ahead.size() < LOOKED_AT) {
            Optional<Row> row = read(rows);
            if (row.isEmpty()) {
                break;
            }
            ahead.add(row.get());
        }
        List<Integer> sizes = ahead.stream().map(WorkbookReader::width).toList();
        int first = SkippedLines.titles(sizes);
        for (int i = 0; i < first; i++) {
            ahead.removeFirst();
        }
    }

    private ProblemException empty() {
        return ProblemException.of(
                "import.empty", "The file " + file.name() + " has no rows.", "Choose a file that has some.");
    }

    private List<String> readColumns(Header header) {
        Row row = read().orElseThrow(this::empty);
        if (header == Header.PRESENT) {
            return ColumnNames.unique(texts(row, row.getCellCount()));
        }
        List<String> names = ColumnNames.numbered(row.getCellCount());
        first = Optional.of(values(row, names.size()));
        return names;
    }

    private Optional<Row> read() {
        Optional<Row> row = ahead.isEmpty() ? read(rows) : Optional.of(ahead.removeFirst());
        row.ifPresent(found -> line = found.getRowNum());
        return row;
    }

    private static Optional<Row> read(Iterator<Row> rows) {
        while (rows.hasNext()) {
            Row row = rows.next();
            if (filled(row) > 0) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private RawRow row(Row row) {
        return values(row, columns.size());
    }

    private static RawRow values(Row row, int width) {
        List<String> texts = texts(row, Math.max(width, row.getCellCount()));
        String raw =
                String.join("\t", texts.stream().map(WorkbookReader::quoted).toList());
        for (int i = 0; i < texts.size(); i++) {
            if (i < width && isError(row, i)) {
                String detail = "the cell holds the error " + texts.get(i);
                return broken(row, i + 1, RejectReason.BAD_CELL, detail, raw);
            }
            if (i >= width && !texts.get(i).isBlank()) {
                String detail = String.format(Locale.ROOT, "expected %d columns, found %d", width, i + 1);
                return broken(row, 0, RejectReason.WRONG_COLUMN_COUNT, detail, raw);
            }
        }
        return new RawRow.Values(row.getRowNum(), texts.subList(0, width).toArray(String[]::new), raw);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '\t' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static RawRow broken(Row row, int column, RejectReason reason, String detail, String raw) {
        return new RawRow.Broken(new Rejection(row.getRowNum(), column, reason, detail, raw));
    }

    private static boolean isError(Row row, int column) {
        return row.getOptionalCell(column)
                .filter(cell -> WorkbookCells.text(cell).isEmpty())
                .isPresent();
    }

    private static List<String> texts(Row row, int width) {
        String[] texts = new String[width];
        Arrays.fill(texts, "");
        for (int i = 0; i < Math.min(width, row.getCellCount()); i++) {
            Optional<Cell> cell = row.getOptionalCell(i);
            texts[i] = cell.map(present -> WorkbookCells.text(present).orElseGet(present::getText))
                    .orElse("");
        }
        return new ArrayList<>(List.of(texts));
    }
}
