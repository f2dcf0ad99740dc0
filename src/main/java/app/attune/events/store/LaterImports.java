package app.attune.events.store;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.events.Renumbering;
import app.attune.events.RowKind;
import app.attune.events.StoredChunk;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The chunks of the imports that came after one, in the order in which they came.
record LaterImports(Database database, long importId, List<Long> later) {
    /// Takes one chunk.
    @FunctionalInterface
    interface Reader {
        void take(RowKind kind, StoredChunk chunk);
    }

    /// @throws ProblemException `import.not-forgettable` if one is damaged
    void read(Reader reader, Progress progress) {
        for (int i = 0; i < later.size(); i++) {
            progress.report("Renumbering later imports", i, later.size());
            ChunkReader chunks = ChunkReader.only(database, later.get(i));
            for (RowKind kind : RowKind.values()) {
                List<Problem> damaged = chunks.read(kind, List.of(), chunk -> reader.take(kind, chunk), progress);
                if (!damaged.isEmpty()) {
                    throw ProblemException.of(
                            "import.not-forgettable",
                            "Import " + importId + " can't be forgotten: "
                                    + damaged.getFirst().message(),
                            damaged.getFirst().remedy());
                }
            }
        }
    }

    /// The positions their texts have without the import.
    Renumbering renumbering(H2EventStore store, Progress progress) {
        Renumbering renumbering = untaken(store);
        read(renumbering::take, progress);
        return renumbering;
    }

    /// That has taken nothing yet.
    Renumbering untaken(H2EventStore store) {
        return new Renumbering(sizesBefore(), store.dictionaries());
    }

    /// How many texts each dictionary had before the import.
    private Map<String, Integer> sizesBefore() {
        return database.read(connection -> {
            Map<String, Integer> sizes = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT d.name, SUM(d.text_count) FROM dictionary_piece AS d
                    JOIN import_run AS r ON r.id = d.import_id AND r.state = 'DONE'
                    WHERE d.import_id < ? GROUP BY d.name
                    """)) {
                select.setLong(1, importId);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        sizes.put(rows.getString(1), rows.getInt(2));
                    }
                }
            }
            return sizes;
        });
    }
}
