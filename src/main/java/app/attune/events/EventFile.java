package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Chosen events as a CSV file: every row and column asked for, in their order, and nothing that a spreadsheet would
/// run. The file is there as a whole or not at all.
public final class EventFile {
    private static final int CHECK = 0xFFF;

    /// What was written.
    ///
    /// @param neutralised cells that begin with an apostrophe now, since a spreadsheet would take them for formulas
    public record Written(Path file, long rows, long neutralised) {}

    private final EventRows rows;
    private final List<EventCells.Field> columns;
    private long neutralised;

    private EventFile(EventRows rows, List<EventCells.Field> columns) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
    }

    /// @throws ProblemException                              `data.not-written`
    /// @throws java.util.concurrent.CancellationException if it was cancelled; no file is left
    public static Written write(EventRows rows, List<EventCells.Field> columns, Path target, Progress progress) {
        return new EventFile(rows, columns).write(target, progress);
    }

    private Written write(Path target, Progress progress) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                writeTo(part, progress);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    new Problem(
                            "data.not-written",
                            "Can't write the events to " + target + ": " + e.getMessage() + ".",
                            "Choose a folder you may write to, with space on its disk."),
                    e);
        }
        return new Written(target, rows.size(), neutralised);
    }

    private void writeTo(Path part, Progress progress) throws IOException {
        try (CsvWriter writer = CsvWriter.builder().build(part, StandardCharsets.UTF_8)) {
            writer.writeRecord(columns.stream()
                    .map(EventCells.Field::name)
                    .map(Formulas::guarded)
                    .toList());
            String[] record = new String[columns.size()];
            for (int place = 0; place < rows.size(); place++) {
                fill(record, rows.row(place));
                writer.writeRecord(record);
                if ((place & CHECK) == 0) {
                    progress.report("Writing rows", place, rows.size());
                    progress.checkpoint();
                }
            }
        }
    }

    private void fill(String[] record, int row) {
        for (int column = 0; column < record.length; column++) {
            EventCells.Field field = columns.get(column);
            String text = rows.cells().exported(field, row);
            if (rows.cells().isText(field) && Formulas.isOne(text)) {
                text = Formulas.guarded(text);
                neutralised++;
            }
            record[column] = text;
        }
    }
}
