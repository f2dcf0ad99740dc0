package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// Rows kept aside as a CSV file that a spreadsheet can open without running anything.
final class QuarantineFile {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private QuarantineFile() {}

    static long write(EventStore store, long importId, Path target) {
        AtomicLong rows = new AtomicLong();
        try (CsvWriter writer = CsvWriter.builder().build(target, StandardCharsets.UTF_8)) {
            writer.writeRecord("line", "column", "reason", "found", "row");
            store.readRejections(importId, rejection -> {
                rows.incrementAndGet();
                writer.writeRecord(
                        Long.toString(rejection.line()),
                        Integer.toString(rejection.column()),
                        rejection.reason().words(),
                        guarded(rejection.detail()),
                        guarded(rejection.raw()));
            });
            return rows.get();
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    new Problem(
                            "import.quarantine-not-written",
                            "Can't write the rows kept aside to " + target + ": " + e.getMessage() + ".",
                            "Choose a folder you may write to."),
                    e);
        }
    }

    /// A leading apostrophe keeps a spreadsheet from reading the text as a formula.
    private static String guarded(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
