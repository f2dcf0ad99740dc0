package app.attune.events.store;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Require;
import app.attune.core.Sha256;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.events.ColumnCodec;
import app.attune.events.EventFrame;
import app.attune.events.EventStore;
import app.attune.events.FieldType;
import app.attune.events.FrameAssembly;
import app.attune.events.FrameCache;
import app.attune.events.ImportReport;
import app.attune.events.ImportSource;
import app.attune.events.ImportStart;
import app.attune.events.ImportWriter;
import app.attune.events.Renumbering;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import app.attune.events.read.Rejection;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The event log in H2. Thread-safe; one import at a time. Opening it removes what unfinished imports left.
public final class H2EventStore implements EventStore {
    private final Database database;
    private final FrameCache cache;
    private final ChunkReader chunks;
    private final long last;
    private final AtomicBoolean importing = new AtomicBoolean();

    /// @param cache keeps the assembled frame between sessions; [FrameCache#none] for none
    public H2EventStore(Database database, FrameCache cache) {
        this(database, cache, Long.MAX_VALUE);
        UnfinishedImports.deleteIfAny(database);
    }

    /// @param last number of the last import that is visible
    private H2EventStore(Database database, FrameCache cache, long last) {
        this.database = database;
        this.cache = cache;
        this.chunks = new ChunkReader(database, last);
        this.last = last;
    }

    @Override
    public EventStore upTo(long importId) {
        return new H2EventStore(database, FrameCache.none(), Math.min(last, importId));
    }

    @Override
    public EventStore without(long importId, Progress progress) {
        LaterImports later = later(importId);
        H2EventStore now = new H2EventStore(
                database,
                FrameCache.none(),
                later.later().isEmpty() ? importId : later.later().getLast());
        return new LogWithout(now, importId, later.renumbering(now, progress));
    }

    @Override
    public void forget(long importId, Progress progress) {
        beBusy();
        try {
            LaterImports later = later(importId);
            Renumbering renumbering = later.untaken(this);
            database.write(
                    connection -> {
                        new Forgotten(connection, later).delete(renumbering, progress);
                        return Boolean.TRUE;
                    },
                    progress);
            database.checkpointSync();
        } finally {
            importing.set(false);
        }
    }

    /// @throws ProblemException `import.unknown` if there is no such import
    private LaterImports later(long importId) {
        source(importId);
        List<Long> later = imports().reversed().stream()
                .map(ImportReport::importId)
                .filter(id -> id > importId)
                .toList();
        return new LaterImports(database, importId, later);
    }

    @Override
    public ImportWriter begin(ImportStart start) {
        beBusy();
        long importId = database.write(connection -> ImportRuns.insert(connection, start));
        return new H2ImportWriter(database, importId, () -> importing.set(false));
    }

    @Override
    public Map<String, List<String>> dictionaries() {
        return database.read(connection -> {
            Map<String, List<String>> dictionaries = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT name, text_count, crc, content FROM dictionary_piece AS d
                    JOIN import_run AS r ON r.id = d.import_id AND r.state = 'DONE'
                    WHERE d.import_id <= ?
                    ORDER BY name, first_idx
                    """)) {
                select.setLong(1, last);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        byte[] content = StoredTexts.checked(rows.getBytes(4), rows.getLong(3));
                        dictionaries
                                .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                                .addAll(ColumnCodec.texts(content, rows.getInt(2)));
                    }
                }
            }
            return dictionaries;
        });
    }

    @Override
    public List<Problem> readChunks(
            RowKind kind, List<String> columns, Consumer<StoredChunk> reader, Progress progress) {
        return chunks.read(kind, columns, reader, progress);
    }

    @Override
    public Map<Long, Long> rows(RowKind kind) {
        return chunks.rows(kind);
    }

    @Override
    public Map<String, FieldType> keptTypes(RowKind kind) {
        return keptTypes(kind, 0);
    }

    /// As if one import had never been.
    Map<String, FieldType> keptTypes(RowKind kind, long without) {
        return database.read(connection -> {
            Map<String, FieldType> types = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT k.name, k.field_type FROM kept_column AS k
                    JOIN import_run AS r ON r.id = k.import_id AND r.state = 'DONE'
                    WHERE k.row_kind = ? AND k.import_id <= ? AND k.import_id <> ?
                    """)) {
                select.setString(1, kind.name());
                select.setLong(2, last);
                select.setLong(3, without);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        FieldType type = FieldType.valueOf(rows.getString(2));
                        types.merge(rows.getString(1), type, (a, b) -> a == b ? a : FieldType.TEXT);
                    }
                }
            }
            return types;
        });
    }

    @Override
    public EventFrame frame(Progress progress) {
        while (true) {
            String hash = dataHash();
            Optional<EventFrame> cached = cache.load(hash);
            if (cached.isPresent()) {
                return cached.get();
            }
            Optional<FrameAssembly.Result> assembled = new FrameAssembly(this).assemble(hash, progress);
            if (assembled.isPresent()) {
                EventFrame frame = assembled.get().frame();
                if (assembled.get().damaged().isEmpty()) {
                    cache.save(frame);
                }
                return frame;
            }
        }
    }

    @Override
    public String dataHash() {
        return Sha256.of(chunks.fingerprint().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<ImportReport> imports() {
        return database.read(connection -> {
            List<ImportReport> reports = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT report_json FROM import_run WHERE state = 'DONE' AND id <= ? ORDER BY id DESC")) {
                select.setLong(1, last);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        reports.add(Json.read(rows.getString(1), ImportReport.class, "The report of an import"));
                    }
                }
            }
            return reports;
        });
    }

    @Override
    public ImportSource source(long importId) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT source_name, format_json, mapping_json, columns_json FROM import_run
                    WHERE id = ? AND state = 'DONE'
                    """)) {
                select.setLong(1, importId);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw ProblemException.of(
                                "import.unknown",
                                "This workspace has no import number " + importId + ".",
                                "Load the file into the workspace whose import rejected these rows.");
                    }
                    return ImportSource.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                }
            }
        });
    }

    @Override
    public void readRejections(long importId, Consumer<Rejection> reader) {
        database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT row_count, crc, content FROM rejection_piece WHERE import_id = ? ORDER BY piece_no")) {
                select.setLong(1, importId);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        byte[] content = StoredTexts.checked(rows.getBytes(3), rows.getLong(2));
                        List<String> texts = ColumnCodec.texts(content, Pieces.textCount(rows.getInt(1)));
                        Pieces.rejections(texts).forEach(reader);
                    }
                }
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public List<Problem> verify(Progress progress) {
        List<Problem> damaged = new ArrayList<>();
        for (RowKind kind : RowKind.values()) {
            damaged.addAll(chunks.read(kind, List.of(), chunk -> {}, progress));
        }
        damaged.addAll(StoredTexts.verify(database, progress));
        return damaged;
    }

    private void beBusy() {
        Require.that(last == Long.MAX_VALUE, "A log as it was takes no imports and keeps all it has");
        if (!importing.compareAndSet(false, true)) {
            throw ProblemException.of(
                    "import.running",
                    "Another import is running, or one is being forgotten.",
                    "Wait until it is finished, or cancel it.");
        }
    }
}
