package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.read.Rejection;
import app.attune.events.read.SourceFile;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Rows kept aside as a CSV file that a spreadsheet can open without running anything, and that can be loaded again
/// once the rows are mended.
final class QuarantineFile {
    /// The file of rows edited in the window.
    static final String EDITED = "edited-rows.csv";

    /// Tells spreadsheets that the text is UTF-8; without it they take it for their own encoding.
    private static final char MARK = '\uFEFF';

    static final String IMPORT = "import";
    static final String FILE = "file";
    static final String LINE = "line";
    static final String ROW = "row";
    static final String RECORD = "record";
    static final List<String> COLUMNS = List.of(IMPORT, FILE, LINE, "column", "reason", "found", RECORD, ROW);

    /// What older versions wrote, too.
    static final List<String> ALWAYS =
            COLUMNS.stream().filter(column -> !column.equals(RECORD)).toList();

    private QuarantineFile() {}

    static long write(EventStore store, List<Long> importIds, Path target) {
        Map<Long, ImportReport> reports =
                store.imports().stream().collect(Collectors.toMap(ImportReport::importId, Function.identity()));
        KeptAside kept = new KeptAside(store);
        AtomicLong rows = new AtomicLong();
        try (Writer text = Files.newBufferedWriter(target, StandardCharsets.UTF_8);
                CsvWriter writer = CsvWriter.builder().build(text)) {
            text.write(MARK);
            writer.writeRecord(COLUMNS);
            for (long importId : importIds) {
                ImportSource source = store.source(importId);
                ImportReport report = Objects.requireNonNull(reports.get(importId));
                OneLineARecord lines =
                        new OneLineARecord(row -> writer.writeRecord(cells(RejectedRow.of(report, source, row))));
                kept.read(importId, row -> {
                    rows.incrementAndGet();
                    lines.take(row);
                });
                lines.finish();
            }
            return rows.get();
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    new Problem(
                            "import.quarantine-not-written",
                            "Can't write the rejected rows to " + target + ": " + e.getMessage() + ".",
                            "Choose a folder you may write to."),
                    e);
        }
    }

    /// The file with these rows as they were edited, in memory.
    static SourceFile of(List<MendedRow> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(COLUMNS);
            for (MendedRow mended : rows) {
                RejectedRow row = mended.row();
                writer.writeRecord(
                        Long.toString(row.importId()),
                        Formulas.hidden(row.file()),
                        Long.toString(row.rejection().line()),
                        "",
                        "",
                        "",
                        Long.toString(row.record()),
                        Formulas.hidden(mended.text()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile(EDITED, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String found(Rejection rejection) {
        return rejection.isCut()
                ? rejection.detail()
                        + String.format(
                                Locale.ROOT,
                                "; only the first %,d characters are kept: put the whole row here, or it stays rejected",
                                Rejection.RAW_LIMIT)
                : rejection.detail();
    }

    private static List<String> cells(RejectedRow row) {
        return List.of(
                Long.toString(row.importId()),
                Formulas.hidden(row.file()),
                Long.toString(row.rejection().line()),
                Formulas.hidden(row.column()),
                row.rejection().reason().words(),
                Formulas.hidden(found(row.rejection())),
                Long.toString(row.record()),
                Formulas.hidden(row.rejection().raw()));
    }
}
