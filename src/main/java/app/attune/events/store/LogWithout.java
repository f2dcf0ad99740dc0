package app.attune.events.store;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Require;
import app.attune.events.EventFrame;
import app.attune.events.EventStore;
import app.attune.events.FieldType;
import app.attune.events.FrameAssembly;
import app.attune.events.ImportReport;
import app.attune.events.ImportSource;
import app.attune.events.ImportStart;
import app.attune.events.ImportWriter;
import app.attune.events.Renumbering;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import app.attune.events.read.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The event log for reading as if one import had never been. What comes in later is not in it.
final class LogWithout implements EventStore {
    private static final String READ_ONLY = "A log without an import is for reading";

    private final H2EventStore store;
    private final long importId;
    private final Renumbering renumbering;

    /// @param store       up to the last import there is
    /// @param renumbering that has taken everything that came after the import
    LogWithout(H2EventStore store, long importId, Renumbering renumbering) {
        this.store = store;
        this.importId = importId;
        this.renumbering = renumbering;
    }

    @Override
    public ImportWriter begin(ImportStart start) {
        throw new IllegalStateException(READ_ONLY);
    }

    @Override
    public void forget(long other, Progress progress) {
        throw new IllegalStateException(READ_ONLY);
    }

    @Override
    public EventStore without(long other, Progress progress) {
        throw new IllegalStateException(READ_ONLY);
    }

    @Override
    public EventStore upTo(long other) {
        Require.that(other < importId, READ_ONLY);
        return store.upTo(other);
    }

    @Override
    public Map<String, List<String>> dictionaries() {
        return renumbering.dictionaries();
    }

    @Override
    public List<Problem> readChunks(
            RowKind kind, List<String> columns, Consumer<StoredChunk> reader, Progress progress) {
        return store.readChunks(
                kind,
                columns,
                chunk -> {
                    if (chunk.importId() != importId) {
                        reader.accept(chunk.importId() < importId ? chunk : moved(kind, chunk));
                    }
                },
                progress);
    }

    private StoredChunk moved(RowKind kind, StoredChunk chunk) {
        Map<String, byte[]> columns = new HashMap<>(chunk.columns());
        synchronized (renumbering) {
            columns.putAll(renumbering.take(kind, chunk));
        }
        return new StoredChunk(
                chunk.importId(), chunk.number(), chunk.rows(), columns, chunk.firstLine(), chunk.lastLine());
    }

    @Override
    public Map<Long, Long> rows(RowKind kind) {
        Map<Long, Long> rows = new HashMap<>(store.rows(kind));
        rows.remove(importId);
        return rows;
    }

    @Override
    public Map<String, FieldType> keptTypes(RowKind kind) {
        return store.keptTypes(kind, importId);
    }

    @Override
    public EventFrame frame(Progress progress) {
        return new FrameAssembly(this)
                .assemble(dataHash(), progress)
                .map(FrameAssembly.Result::frame)
                .orElseThrow(() -> ProblemException.of(
                        "import.changing", "The imports changed while they were read.", "Try again."));
    }

    @Override
    public String dataHash() {
        return store.dataHash() + " without " + importId;
    }

    @Override
    public List<ImportReport> imports() {
        return store.imports().stream()
                .filter(report -> report.importId() != importId)
                .toList();
    }

    @Override
    public ImportSource source(long other) {
        return store.source(other);
    }

    @Override
    public void readRejections(long other, Consumer<Rejection> reader) {
        if (other != importId) {
            store.readRejections(other, reader);
        }
    }

    @Override
    public List<Problem> verify(Progress progress) {
        return store.verify(progress);
    }
}
