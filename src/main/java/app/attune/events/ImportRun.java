package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.read.PlainRow;
import app.attune.events.read.RawRow;
import app.attune.events.read.Rejection;
import app.attune.events.read.RowReader;
import app.attune.events.read.SourceReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// One import from the first row to the last: maps, tells known from new, fills chunks, keeps bad rows aside.
final class ImportRun {
    private static final int TICK_ROWS = 2_048;
    private static final int REJECTIONS_A_WRITE = 20_000;
    private static final int ENOUGH_TO_TELL = 1 << 16;

    private final RowMapper mapper;
    private final Optional<PlainMapper> plainMapper;
    private final RowSink sink;
    private final ChunkPipe pipe;
    private final Dictionaries dictionaries;
    private final BlankTally blanks;
    private final ImportTally tally = new ImportTally();
    private final MappedRow[] single;
    private final List<Rejection> rejections = new ArrayList<>();
    private final PlainBatch batch;
    private Optional<RowFilters> filters = Optional.empty();
    private boolean isPlain;
    private Optional<RawRow> row = Optional.empty();
    private long firstLine;
    private long lastLine;
    private long textHash;
    private long nextTick = TICK_ROWS;
    private boolean prepared;
    private String recordText = "";
    private long recordHash;

    ImportRun(RowMapper mapper, RowSink sink, Dictionaries dictionaries, ChunkPipe pipe) {
        this.mapper = mapper;
        this.blanks = mapper.blankTally();
        this.sink = sink;
        this.dictionaries = dictionaries;
        this.pipe = pipe;
        this.plainMapper = PlainMapper.of(mapper);
        this.single = new MappedRow[] {new MappedRow(mapper.kept())};
        this.batch = new PlainBatch(mapper.kept());
    }

    /// Reads to the end and writes the last chunk.
    ///
    /// @param rows made of what `reader` reads
    void run(ImportRequest request, SourceReader reader, RowReader rows, ImportSpeed speed) {
        filters = Optional.of(new RowFilters(request.mapping(), rows.columns())).filter(any -> !any.isEmpty());
        int file = -1;
        while (advance(rows)) {
            if (file != reader.file()) {
                open(request, file + 1, reader);
                file = reader.file();
            }
            take();
            if (tally.read() >= nextTick) {
                nextTick = tally.read() + TICK_ROWS;
                speed.tick(tally.read());
                prepare(speed);
            }
        }
        open(request, file + 1, reader);
        flush();
        pipe.await();
        tally.blanks(blanks.counts());
        speed.tick(tally.read());
    }

    /// Once enough is read to tell how much is still to come.
    private void prepare(ImportSpeed speed) {
        if (!prepared && tally.read() >= ENOUGH_TO_TELL) {
            prepared = true;
            sink.prepare((long) (tally.accepted() * speed.left()));
        }
    }

    ImportTally tally() {
        return tally;
    }

    /// What the mapping promised and the rows did not keep, and which times had to be decided.
    ///
    /// @param zone of times without an offset
    List<Problem> misfits(String zone) {
        List<Problem> problems = new ArrayList<>(mapper.misfits().findings(tally::place));
        problems.addAll(mapper.ofAmounts());
        problems.addAll(mapper.clockChanges().findings(zone));
        problems.addAll(mapper.dates().findings());
        return problems;
    }

    /// Counts the files from `first` to the reader's current one; those that were passed have no rows.
    private void open(ImportRequest request, int first, SourceReader reader) {
        for (int i = first; i <= reader.file(); i++) {
            tally.open(request.fileName(i), reader.linesBefore());
        }
    }

    /// Reads the next rows that are plain, or one that is not.
    private boolean advance(RowReader rows) {
        isPlain = plainMapper.isPresent() && filters.isEmpty() && batch.read(rows);
        row = isPlain ? Optional.empty() : rows.next();
        return isPlain || row.isPresent();
    }

    private void take() {
        if (isPlain) {
            takePlain(plainMapper.orElseThrow());
        } else {
            take(row.orElseThrow());
        }
    }

    private void takePlain(PlainMapper quick) {
        int at = 0;
        while (at < batch.size()) {
            int end = batch.map(at, quick);
            sink.expect(batch.mapped(), at, end);
            for (; at < end; at++) {
                takeMapped(batch.row(at), batch.mapped()[at]);
            }
            if (at < batch.size()) {
                take(batch.row(at).values());
                at++;
            }
        }
    }

    private void takeMapped(PlainRow plain, MappedRow mapped) {
        long rowHash = TextHash.ofRow(plain.bytes(), plain.start(), plain.end());
        read(plain.line(), rowHash);
        mapper.dates().read(mapped.time);
        count(mapped);
        sink.take(mapped, rowHash, tally);
        flushWhenFull();
    }

    private void take(RawRow row) {
        long rowHash = hash(row);
        read(row.line(), rowHash);
        switch (row) {
            case RawRow.Broken broken -> reject(broken.rejection(), rowHash);
            case RawRow.Values values ->
                filters.flatMap(any -> any.reason(values.values()))
                        .ifPresentOrElse(tally::filter, () -> take(values, rowHash));
        }
        flushWhenFull();
    }

    /// Rows of one record share its text, which is looked at once.
    private long hash(RawRow row) {
        if (row.part() == 0 || !row.raw().equals(recordText)) {
            byte[] text = row.raw().getBytes(StandardCharsets.UTF_8);
            recordText = row.raw();
            recordHash = TextHash.ofRow(text, 0, text.length);
        }
        return row.part() == 0 ? recordHash : TextHash.fold(recordHash, 2L * row.part() + 1);
    }

    private void take(RawRow.Values values, long rowHash) {
        mapper.map(values, single[0])
                .ifPresentOrElse(rejection -> reject(rejection, rowHash), () -> takeSingle(rowHash));
    }

    private void takeSingle(long rowHash) {
        sink.expect(single, 0, 1);
        count(single[0]);
        sink.take(single[0], rowHash, tally);
    }

    private void count(MappedRow mapped) {
        blanks.count(mapped);
        if (mapped.clockChange.isPresent()) {
            mapper.clockChanges().count(mapped.clockChange.orElseThrow());
        }
    }

    private void read(long line, long rowHash) {
        tally.readOne(rowHash);
        firstLine = firstLine == 0 ? line : firstLine;
        lastLine = line;
        textHash = textHash * 31 + rowHash;
    }

    private void reject(Rejection rejection, long rowHash) {
        if (!rejection.raw().isEmpty()) {
            tally.repeats(rowHash);
        }
        tally.quarantine(rejection);
        rejections.add(rejection);
    }

    private void flushWhenFull() {
        if (sink.isFull() || rejections.size() >= REJECTIONS_A_WRITE) {
            flush();
        }
    }

    private void flush() {
        List<Supplier<Chunk>> chunks = sink.takeChunks(new SourceRange(firstLine, lastLine, textHash));
        if (!chunks.isEmpty() || !rejections.isEmpty()) {
            pipe.append(chunks, dictionaries.takeGrowth(), List.copyOf(rejections));
        }
        rejections.clear();
        firstLine = 0;
        textHash = 0;
    }

    /// Tells how fast the import is and asks whether it is still wanted.
    ///
    /// What is done is counted in bytes of the file; one part in [#LAST_STEP] is left for what comes after the last
    /// row, so the whole is never done while rows are still being stored.
    static final class ImportSpeed {
        private static final long LAST_STEP = 25;
        private static final int REPORT_ROWS = 8 * TICK_ROWS;
        /// Of what is done, once that is more than [#REPORT_ROWS]: words cost time too.
        private static final long REPORT_PART = 50;
        private static final long REPORTS_A_SECOND = 4;

        private final SourceReader reader;
        private final long bytes;
        private final Clock clock;
        private final long started;
        private final Progress progress;
        private long nextReport;

        ImportSpeed(SourceReader reader, long bytes, Clock clock, Progress progress) {
            this.reader = reader;
            this.bytes = Math.max(bytes, 1);
            this.clock = clock;
            this.started = clock.millis();
            this.progress = progress;
        }

        long millis() {
            return clock.millis() - started;
        }

        void tick(long rows) {
            progress.checkpoint();
            if (rows >= nextReport) {
                long rate = rows * 1_000 / Math.max(millis(), 1);
                nextReport = rows + Math.max(REPORT_ROWS, Math.min(rows / REPORT_PART, rate / REPORTS_A_SECOND));
                report(rows, rate);
            }
        }

        /// How many times what is read is still to come.
        double left() {
            long done = Math.max(reader.position(), 1);
            return (double) Math.max(bytes - done, 0) / done;
        }

        private void report(long rows, long rate) {
            long done = Math.min(reader.position(), bytes);
            String stage = String.format(Locale.ROOT, "%,d rows, %,d rows/s", rows, rate);
            progress.report(stage, done, bytes + 1 + bytes / LAST_STEP);
        }

        /// Every row is read and stored; the last chance to cancel.
        void finishing() {
            progress.report("Making all rows visible at once", bytes, bytes + 1 + bytes / LAST_STEP);
            progress.checkpoint();
        }
    }
}
