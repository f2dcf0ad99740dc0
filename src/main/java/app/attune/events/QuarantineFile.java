package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.read.Rejection;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rows kept aside as a CSV file that a spreadsheet can open without running anything, and that can be loaded again
/// once the rows are mended.
final class QuarantineFile {
    static final String IMPORT = "import";
    static final String FILE = "file";
    static final String LINE = "line";
    static final String ROW = "row";
    static final List<String> COLUMNS = List.of(IMPORT, FILE, LINE, "column", "reason", "found", ROW);

    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r].*");

    private QuarantineFile() {}

    static long write(EventStore store, List<Long> importIds, Path target) {
        Map<Long, ImportReport> reports =
                store.imports().stream().collect(Collectors.toMap(ImportReport::importId, Function.identity()));
        AtomicLong rows = new AtomicLong();
        try (CsvWriter writer = CsvWriter.builder().build(target, StandardCharsets.UTF_8)) {
            writer.writeRecord(COLUMNS);
            for (long importId : importIds) {
                ImportSource source = store.source(importId);
                store.readRejections(importId, rejection -> {
                    rows.incrementAndGet();
                    FilePlace place =
                            Objects.requireNonNull(reports.get(importId)).place(rejection.line());
                    writer.writeRecord(cells(importId, source, place, rejection));
                });
            }
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

    private static List<String> cells(long importId, ImportSource source, FilePlace place, Rejection rejection) {
        return List.of(
                Long.toString(importId),
                guarded(place.file()),
                Long.toString(place.line()),
                guarded(source.column(rejection.column())),
                rejection.reason().words(),
                guarded(rejection.detail()),
                guarded(rejection.raw()));
    }

    /// A leading apostrophe keeps a spreadsheet from reading the text as a formula.
    private static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /// The text without the apostrophe that writing it added.
    static String unguarded(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
