package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.read.EncodingGuess;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FormatDetection;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.RefusedFiles;
import app.attune.events.read.RowReader;
import app.attune.events.read.Source;
import app.attune.events.read.SourceFile;
import app.attune.events.read.SourceReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Looks into export files, tries imports, and makes them.
///
/// Identity: an event is its event id where the mapping names a column of ids; else its mapped content and how many
/// times that content came before in the same file. So importing a file again adds nothing, and equal lines of one
/// file are all kept and counted.
public final class ImportService {
    private final EventStore store;
    private final Clock clock;
    private final Executor executor;
    private final ImportWatch watch;

    /// @param executor encodes and writes one piece of an import while the next one is read
    /// @param room     where the store writes to
    public ImportService(EventStore store, Clock clock, Executor executor, DiskRoom room) {
        this(store, clock, executor, new ImportWatch(room, SchemaWatch.none()));
    }

    /// @param executor encodes and writes one piece of an import while the next one is read
    public ImportService(EventStore store, Clock clock, Executor executor, ImportWatch watch) {
        this.store = store;
        this.clock = clock;
        this.executor = executor;
        this.watch = watch;
    }

    /// How the file seems to be written.
    ///
    /// @throws ProblemException `import.…` if it is of a kind that holds no rows or cannot be read
    public FileFormat detect(Path path) {
        return detect(Source.of(path));
    }

    /// How the source's first file seems to be written.
    public FileFormat detect(Source source) {
        return FormatDetection.detect(source.first().head(FormatDetection.HEAD_BYTES));
    }

    /// How the bytes of the source's first file seem to stand for characters, and how sure that is.
    public EncodingGuess encoding(Source source) {
        return FormatDetection.encoding(source.first().head(FormatDetection.HEAD_BYTES));
    }

    /// The first rows under `format`.
    public ImportPreview preview(Path path, FileFormat format) {
        return preview(Source.of(path), format);
    }

    /// The first rows under `format`.
    public ImportPreview preview(Source source, FileFormat format) {
        return ImportPreview.of(source, format);
    }

    /// A first mapping to start from.
    public Mapping guess(ImportPreview preview) {
        return MappingGuess.of(preview);
    }

    /// A first mapping to start from, with a look further down the source where the first rows leave something open.
    public Mapping guess(Source source, ImportPreview preview) {
        return OrderGuess.in(guess(preview), preview, source, OrderGuess.latest(clock));
    }

    /// The presets that come with the application.
    public Presets presets() {
        return Presets.bundled();
    }

    /// What the (first) file seems to be: a preset that fits, or a guess. Nothing is stored.
    public Recognition recognise(Path path) {
        return recognise(Source.of(path));
    }

    public Recognition recognise(Source source) {
        return recognise(source, detect(source));
    }

    public Recognition recognise(Source source, FileFormat detected) {
        return new PresetRecogniser(presets().list()).recognise(source, detected, this::guess);
    }

    /// The source as a preset reads it, whether it was recognised or not.
    public Recognition use(Preset preset, Source source, FileFormat detected) {
        return PresetRecogniser.use(preset, source, detected);
    }

    /// What [#importFile] would report, without storing anything.
    public ImportReport dryRun(Path path, FileFormat format, Mapping mapping, Progress progress) {
        return dryRun(Source.of(path), format, mapping, progress);
    }

    /// What [#importSource] would report, without storing anything.
    public ImportReport dryRun(Source source, FileFormat format, Mapping mapping, Progress progress) {
        return run(ImportRequest.of(source, format, mapping), progress, start -> new DryRunWriter());
    }

    /// What [#importFile] would do, with how the values of each column fit. Stores nothing.
    public ImportCheck check(Path path, FileFormat format, Mapping mapping, Progress progress) {
        return check(Source.of(path), format, mapping, progress);
    }

    /// What [#importSource] would do, with how the values of each column fit. Stores nothing.
    public ImportCheck check(Source source, FileFormat format, Mapping mapping, Progress progress) {
        DryRunWriter writer = new DryRunWriter();
        List<ColumnCheck> columns = new ArrayList<>();
        UnaryOperator<RowReader> counted = rows -> {
            columns.add(new ColumnCheck(rows, mapping, format.decimalMark()));
            return columns.getFirst();
        };
        ImportReport report =
                run(ImportRequest.of(source, format, mapping).reading(counted), progress, start -> writer);
        return new ImportCheck(
                report,
                columns.getFirst().counts(),
                columns.getFirst().consents(),
                writer.rejected().stream()
                        .map(rejection ->
                                RejectedRow.of(report, columns.getFirst().columnName(rejection), rejection))
                        .toList());
    }

    /// Imports the whole file or, when cancelled or failing, nothing of it.
    ///
    /// @throws ProblemException `mapping.…` if the mapping does not fit, `import.…` if the file cannot be read
    /// @throws java.util.concurrent.CancellationException if `progress` is cancelled
    public ImportReport importFile(Path path, FileFormat format, Mapping mapping, Progress progress) {
        return importSource(Source.of(path), format, mapping, progress);
    }

    /// Imports all files of the source together or, when cancelled or failing, nothing of any.
    ///
    /// @throws ProblemException as [#importFile]
    public ImportReport importSource(Source source, FileFormat format, Mapping mapping, Progress progress) {
        ImportRequest request = ImportRequest.of(source, format, mapping);
        return run(request, progress, start -> begin(request, start));
    }

    private ImportWriter begin(ImportRequest request, ImportStart start) {
        watch.room().require(request);
        return watch.room().watched(store.begin(start));
    }

    /// Whether this is a file that [#writeQuarantine] wrote, perhaps edited since.
    public boolean isQuarantine(ImportPreview preview) {
        return preview.columnNames().containsAll(QuarantineFile.ALWAYS);
    }

    /// Imports rows kept aside and mended since: each as the file it came from was, one import for each of those.
    ///
    /// @param path what [#writeQuarantine] wrote, with some of its rows changed
    /// @throws ProblemException `import.not-rejected-rows`, `import.mended-unreadable`, `import.mended-unclear`,
    /// `import.mended-twice`, `import.unknown`
    public List<ImportReport> importMended(Path path, Progress progress) {
        return importMended(path, format -> format, progress);
    }

    /// As [#importMended(Path, Progress)].
    ///
    /// @param written changes how the file itself seems to be written
    public List<ImportReport> importMended(Path path, UnaryOperator<FileFormat> written, Progress progress) {
        return importMended(mendable(path, written), request -> start -> begin(request, start), progress);
    }

    /// What [#importMended(Path, UnaryOperator, Progress)] would report, without storing anything.
    public List<ImportReport> dryRunMended(Path path, UnaryOperator<FileFormat> written, Progress progress) {
        return importMended(mendable(path, written), request -> start -> new DryRunWriter(), progress);
    }

    private MendedFile mendable(Path path, UnaryOperator<FileFormat> written) {
        RefusedFiles.check(path);
        return new MendedFile(new SourceFile(path), store, written);
    }

    /// Imports rows kept aside with the text they have now, as [#importMended(Path, Progress)]. What passes is no
    /// longer among [#rejected]; what fails is there with its new reason.
    public List<ImportReport> importMended(List<MendedRow> rows, Progress progress) {
        MendedFile edited = new MendedFile(QuarantineFile.of(rows), store, format -> format);
        return importMended(edited, request -> start -> begin(request, start), progress);
    }

    private List<ImportReport> importMended(
            MendedFile mended, Function<ImportRequest, WriterSource> writers, Progress progress) {
        List<ImportRequest> requests =
                mended.importIds().stream().map(id -> mended.request(store, id)).toList();
        return requests.stream()
                .map(request -> run(request, progress, writers.apply(request)))
                .toList();
    }

    /// Finished imports, newest first.
    public List<ImportReport> imports() {
        return store.imports();
    }

    /// Writes the rows that imports kept aside as CSV: import, file, line, column, reason, what was found, the
    /// record, and the row's text, which can be mended and imported again.
    ///
    /// @return how many rows were written
    public long writeQuarantine(List<Long> importIds, Path target) {
        return QuarantineFile.write(store, importIds, target);
    }

    /// The rows an import kept aside that nobody has read again since, the first `limit` in order of the file.
    public List<RejectedRow> rejected(long importId, int limit) {
        return new KeptAside(store).first(importId, limit);
    }

    /// What became of the rows that these imports kept aside, read again or not.
    ///
    /// @param limit of the rows told
    public RejectedRows rejected(Collection<Long> importIds, int limit) {
        return new KeptAside(store).of(importIds, limit);
    }

    private ImportReport run(ImportRequest request, Progress progress, WriterSource writers) {
        try (SourceReader source = SourceReader.open(request.source(), request.read())) {
            RowReader reader = OffsetWatch.of(LineNumbered.of(request.rows().apply(source), request.mapping()));
            request.mapping().check(reader.columns());
            RowMapper mapper = mapper(request, reader);
            ImportStart start = start(request, reader, mapper);
            progress.report("Looking up what is already here", 0, 0);
            try (ImportWriter writer = writers.begin(start);
                    ChunkPipe pipe = new ChunkPipe(writer, executor)) {
                ImportRun.ImportSpeed speed =
                        new ImportRun.ImportSpeed(source, request.source().size(), clock, progress);
                Dictionaries dictionaries = new Dictionaries(store.dictionaries());
                // Asked before anything is written: afterwards the import's own rows take the room.
                List<Problem> findings =
                        new ArrayList<>(watch.room().problem(request).stream().toList());
                RowSink sink = new ImportSinks(store, mapper, dictionaries, progress).of(request.mapping(), findings);
                ImportRun run = new ImportRun(mapper, sink, dictionaries, pipe);
                run.run(request, source, reader, speed);
                findings.addAll(run.misfits(request.mapping().time().zone()));
                findings.addAll(findings(request, reader, start));
                speed.finishing();
                ImportReport report = request.ending()
                        .apply(run.tally().report(start, writer.importId(), speed.millis(), findings))
                        .alsoSaying(store.imports());
                writer.finish(report);
                return report;
            }
        }
    }

    private RowMapper mapper(ImportRequest request, RowReader reader) {
        Instant latest = OrderGuess.latest(clock);
        return new RowMapper(
                request.mapping(), reader.columns(), request.format().decimalMark(), latest);
    }

    private ImportStart start(ImportRequest request, RowReader reader, RowMapper mapper) {
        return new ImportStart(
                request.name(),
                request.format(),
                request.mapping(),
                reader.columns(),
                clock.instant(),
                mapper.kept().types(request.mapping().rows()));
    }

    /// What is known once the last row is read.
    private List<Problem> findings(ImportRequest request, RowReader reader, ImportStart start) {
        return Stream.of(
                        ReaderFindings.of(reader),
                        OffsetWatch.findings(reader),
                        watch.schemas().changes(start),
                        SourceFindings.of(request),
                        AmountFindings.of(request))
                .flatMap(List::stream)
                .toList();
    }

    @FunctionalInterface
    private interface WriterSource {
        ImportWriter begin(ImportStart start);
    }
}
