package app.attune.profiles;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.ChunkColumns;
import app.attune.events.EventFrame;
import app.attune.events.EventStore;
import app.attune.events.FieldType;
import app.attune.events.ImportReport;
import app.attune.events.ImportSource;
import app.attune.events.ImportStart;
import app.attune.events.ImportWriter;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import app.attune.events.read.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// An event log into which an import finishes while somebody reads a column for the first time.
final class LateImport implements EventStore {
    /// Imports a file.
    interface Work {
        void run() throws IOException;
    }

    private final EventStore store;
    private final String column;
    private final Work work;
    private boolean done;

    LateImport(EventStore store, String column, Work work) {
        this.store = store;
        this.column = ChunkColumns.kept(column);
        this.work = work;
    }

    boolean isDone() {
        return done;
    }

    @Override
    public List<Problem> readChunks(
            RowKind kind, List<String> columns, Consumer<StoredChunk> reader, Progress progress) {
        if (!done && columns.contains(column)) {
            done = true;
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return store.readChunks(kind, columns, reader, progress);
    }

    @Override
    public ImportWriter begin(ImportStart start) {
        return store.begin(start);
    }

    @Override
    public Map<String, List<String>> dictionaries() {
        return store.dictionaries();
    }

    @Override
    public Map<Long, Long> rows(RowKind kind) {
        return store.rows(kind);
    }

    @Override
    public Map<String, FieldType> keptTypes(RowKind kind) {
        return store.keptTypes(kind);
    }

    @Override
    public EventFrame frame(Progress progress) {
        return store.frame(progress);
    }

    @Override
    public String dataHash() {
        return store.dataHash();
    }

    @Override
    public List<ImportReport> imports() {
        return store.imports();
    }

    @Override
    public ImportSource source(long importId) {
        return store.source(importId);
    }

    @Override
    public void readRejections(long importId, Consumer<Rejection> reader) {
        store.readRejections(importId, reader);
    }

    @Override
    public EventStore upTo(long importId) {
        return store.upTo(importId);
    }

    @Override
    public EventStore without(long importId, Progress progress) {
        return store.without(importId, progress);
    }

    @Override
    public void forget(long importId, Progress progress) {
        store.forget(importId, progress);
    }

    @Override
    public List<Problem> verify(Progress progress) {
        return store.verify(progress);
    }
}
