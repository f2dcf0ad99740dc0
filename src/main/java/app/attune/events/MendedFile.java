package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.read.Encoding;
import app.attune.events.read.EncodingGuess;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FormatDetection;
import app.attune.events.read.Header;
import app.attune.events.read.RawRow;
import app.attune.events.read.Rejection;
import app.attune.events.read.RowReader;
import app.attune.events.read.RowReaders;
import app.attune.events.read.SingleRow;
import app.attune.events.read.Source;
import app.attune.events.read.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A file of rows kept aside, edited since: read again row by row, each as the file it came from.
final class MendedFile {
    private static final String SEPARATORS = ",;\t";

    private final SourceFile file;
    private final EncodingGuess encoding;
    private final FileFormat format;

    /// @param written changes how the file itself seems to be written
    /// @throws ProblemException `import.not-rejected-rows` if it is no file of rows kept aside
    MendedFile(SourceFile file, EventStore store, UnaryOperator<FileFormat> written) {
        this.file = file;
        EncodingGuess guess = FormatDetection.encoding(file.head(FormatDetection.HEAD_BYTES));
        FileFormat seen = table(written.apply(FileFormat.csv().withEncoding(guess.encoding())));
        boolean chosen = !seen.encoding().equals(guess.encoding());
        this.encoding = chosen ? guess : MendedEncoding.of(guess, file, store, importIds(seen));
        this.format = chosen ? seen : seen.withEncoding(encoding.encoding());
    }

    private FileFormat table(FileFormat written) {
        return SEPARATORS
                .chars()
                .mapToObj(separator -> written.withHeader(Header.PRESENT).withDelimiter((char) separator))
                .filter(this::hasItsColumns)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "import.not-rejected-rows",
                        file.name() + " is no file of rejected rows: it lacks the columns "
                                + String.join(", ", QuarantineFile.ALWAYS) + ".",
                        "Save the rejected rows of an import first, mend its last column, and load that file."));
    }

    private boolean hasItsColumns(FileFormat candidate) {
        try (RowReader reader = RowReaders.open(file, file.open(), candidate)) {
            return reader.columns()
                    .containsAll(List.of(QuarantineFile.IMPORT, QuarantineFile.LINE, QuarantineFile.ROW));
        }
    }

    /// The imports its rows are of.
    ///
    /// @throws ProblemException `import.mended-unreadable` naming the first line that is not as it was written
    List<Long> importIds() {
        return importIds(format);
    }

    private List<Long> importIds(FileFormat format) {
        TreeSet<Long> ids = new TreeSet<>();
        try (RowReader reader = RowReaders.open(file, file.open(), format)) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                ids.add(number(reader, row.get(), QuarantineFile.IMPORT));
                number(reader, row.get(), QuarantineFile.LINE);
            }
        }
        return new ArrayList<>(ids);
    }

    /// Those of the file's rows that are of one import, to be read as that one was.
    ImportRequest request(EventStore store, long importId) {
        ImportSource source = store.source(importId);
        Before before = Before.of(store, importId);
        NavigableSet<Long> records = new TreeSet<>();
        ReadBefore stored = ReadBefore.of(store, importId);
        return new ImportRequest(
                Source.of(file),
                format,
                source.name(),
                source.format(),
                source.mapping(),
                rows -> new Rows(rows, before, new Records(records, stored)),
                report -> ended(report, Reread.of(importId, records, shownName()), stored));
    }

    /// What is read of an import's rejected records, and what is not since it was before.
    private record Records(NavigableSet<Long> read, ReadBefore stored) {}

    private String shownName() {
        return file.name().equals(QuarantineFile.EDITED) ? "" : file.name();
    }

    private ImportReport ended(ImportReport report, Reread reread, ReadBefore stored) {
        List<Problem> findings = new ArrayList<>(report.findings());
        stored.finding().ifPresent(findings::add);
        if (format.encoding().equals(encoding.encoding())
                && !encoding.encoding().equals(Encoding.UTF_8)) {
            findings.add(
                    new Problem(
                            "import.mended-encoding",
                            file.name() + " is read as " + encoding.words(),
                            "If letters are wrong, choose another with --encoding; what was imported is to be forgotten first."));
        }
        return report.withReread(reread).alsoPresent(stored.counts(), findings);
    }

    private long number(RowReader reader, RawRow row, String column) {
        String text = switch (row) {
            case RawRow.Values values -> value(reader, values, column);
            case RawRow.Broken broken ->
                throw unreadable(row.line(), broken.rejection().detail());
        };
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unreadable(row.line(), "found '" + text + "' where the number in column " + column + " was");
        }
    }

    private ProblemException shared(long line, long place) {
        return ProblemException.of(
                "import.mended-unclear",
                "Line " + line + " of " + file.name() + " can't be read: several rejected records stand at line "
                        + place + ", and column " + QuarantineFile.RECORD + ", which tells them apart, is missing.",
                "Save the rejected rows again, and mend that file.");
    }

    private ProblemException twice(long line) {
        return ProblemException.of(
                "import.mended-twice",
                "Line " + line + " of " + file.name() + " has another text for a record that stands above, too.",
                "Keep one line for each record, with the text to read.");
    }

    private static String value(RowReader reader, RawRow.Values row, String column) {
        return row.values()[reader.columns().indexOf(column)].strip();
    }

    private ProblemException unreadable(long line, String why) {
        return ProblemException.of(
                "import.mended-unreadable",
                "Line " + line + " of " + file.name() + " can't be read: " + why + ".",
                "Change only the last column, " + QuarantineFile.ROW + ", and keep the others as they were saved.");
    }

    /// The import that kept the rows aside.
    ///
    /// @param cut the records of which only the beginning is kept
    record Before(ImportReport report, ImportSource source, Supplier<KeptRecords> records, Set<Long> cut) {
        static Before of(EventStore store, long importId) {
            ImportSource source = store.source(importId);
            KeptAside kept = new KeptAside(store);
            Set<Long> cut = new HashSet<>();
            kept.all(importId, row -> {
                if (row.rejection().isCut()) {
                    cut.add(row.record());
                }
            });
            return new Before(kept.report(importId), source, () -> records(kept, importId), cut);
        }

        private static KeptRecords records(KeptAside kept, long importId) {
            KeptRecords records = new KeptRecords();
            kept.all(importId, records::take);
            return records;
        }
    }

    /// The rows of one import, as if they stood where they were first read.
    private final class Rows implements RowReader {
        private final RowReader saved;
        private final ImportReport before;
        private final ImportSource source;
        private final Optional<KeptRecords> unnumbered;
        private final Set<Long> cut;
        private final SingleRow single;
        private final Deque<RawRow> ahead = new ArrayDeque<>();
        private final NavigableSet<Long> records;
        private final ReadBefore stored;
        private long lastRecord;
        private String lastText = "";

        Rows(RowReader saved, Before before, Records records) {
            this.saved = saved;
            this.before = before.report();
            this.source = before.source();
            this.cut = before.cut();
            this.records = records.read();
            this.stored = records.stored();
            this.unnumbered = saved.columns().contains(QuarantineFile.RECORD)
                    ? Optional.empty()
                    : Optional.of(before.records().get());
            this.single = new SingleRow(file, source.format(), source.columns());
        }

        @Override
        public List<String> columns() {
            return source.columns();
        }

        @Override
        public Optional<RawRow> next() {
            while (ahead.isEmpty()) {
                Optional<RawRow> row = saved.next();
                if (row.isEmpty()) {
                    return Optional.empty();
                }
                if (row.get() instanceof RawRow.Values values
                        && number(saved, values, QuarantineFile.IMPORT) == before.importId()) {
                    read(values);
                }
            }
            return Optional.of(ahead.removeFirst());
        }

        /// A record that gave several bad rows is read once; older versions saved it once for each of them. What was
        /// rejected without its text, as rows beyond the most of one record are, cannot have been mended, nor what
        /// was cut and is no longer now: its end would be lost.
        private void read(RawRow.Values values) {
            String text = values.values()[saved.columns().indexOf(QuarantineFile.ROW)];
            if (text.isBlank()) {
                return;
            }
            String name = Formulas.shown(value(saved, values, QuarantineFile.FILE));
            long line = before.line(new FilePlace(name, number(saved, values, QuarantineFile.LINE)));
            long record = record(values, line);
            String whole = Formulas.shown(text);
            boolean lacksItsEnd = cut.contains(record) && whole.length() <= Rejection.RAW_LIMIT;
            if (lacksItsEnd || stored.holds(record, line)) {
                return;
            }
            if (records.add(record) || record == 0 || source.format().shape().isNone()) {
                ahead.addAll(single.read(line, whole));
            } else if (record != lastRecord || !text.equals(lastText)) {
                throw twice(values.line());
            }
            lastRecord = record;
            lastText = text;
        }

        private long record(RawRow.Values values, long line) {
            long record =
                    unnumbered.isPresent() ? unnumbered.get().at(line) : number(saved, values, QuarantineFile.RECORD);
            if (record == KeptRecords.SHARED) {
                throw shared(values.line(), line);
            }
            return record;
        }

        @Override
        public void close() {
            saved.close();
        }
    }
}
