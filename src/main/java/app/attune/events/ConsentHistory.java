package app.attune.events;

import app.attune.core.Progress;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Every statement of consent of some users as files made it, those that later ones took over included.
public final class ConsentHistory {
    /// One statement.
    ///
    /// @param since    when it holds from; empty where the file does not say
    /// @param importId of the import that brought it
    public record Entry(String user, String purpose, ConsentStatus status, Optional<Instant> since, long importId) {}

    private final EventStore store;
    private final Map<String, List<String>> dictionaries;
    private final Set<String> asked;
    private final TimeReader iso = new TimeReader(TimeFormat.iso());
    private final List<Entry> entries = new ArrayList<>();

    private ConsentHistory(EventStore store, Collection<String> users) {
        this.store = store;
        this.dictionaries = store.dictionaries();
        this.asked = new HashSet<>(users);
    }

    /// By purpose, then in the order they were loaded.
    public static List<Entry> read(EventStore store, Collection<String> users, Progress progress) {
        ConsentHistory history = new ConsentHistory(store, users);
        store.keptTypes(RowKind.USERS).keySet().stream()
                .filter(name -> name.startsWith(ConsentLog.PREFIX))
                .sorted()
                .forEach(name -> history.read(name.substring(ConsentLog.PREFIX.length()), progress));
        return List.copyOf(history.entries);
    }

    private void read(String purpose, Progress progress) {
        List<String> columns = List.of(
                ChunkColumns.USER,
                ChunkColumns.TIME,
                ChunkColumns.kept(ConsentLog.PREFIX + purpose),
                ChunkColumns.kept(ConsentLog.SINCE + purpose));
        store.readChunks(RowKind.USERS, columns, chunk -> take(chunk, purpose), progress);
    }

    private void take(StoredChunk chunk, String purpose) {
        List<String> users = dictionaries.getOrDefault(Dictionaries.USERS, List.of());
        int[] user = ColumnCodec.codes(chunk.column(ChunkColumns.USER).orElseThrow(), chunk.rows());
        Texts said = texts(chunk, ConsentLog.PREFIX + purpose);
        Texts since = texts(chunk, ConsentLog.SINCE + purpose);
        long[] times = TimedChanges.of(chunk);
        for (int row = 0; row < user.length; row++) {
            String status = said.at(row);
            if (!status.isEmpty() && user[row] < users.size() && asked.contains(users.get(user[row]))) {
                entries.add(new Entry(
                        users.get(user[row]),
                        purpose,
                        ConsentStatus.of(status),
                        since(since.at(row), times[row]),
                        chunk.importId()));
            }
        }
    }

    /// The time the consent was given, else that of its row.
    private Optional<Instant> since(String text, long row) {
        OptionalLong given = iso.millis(text);
        return given.isPresent()
                ? Optional.of(Instant.ofEpochMilli(given.getAsLong()))
                : row == TimedChanges.ALWAYS ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row));
    }

    private Texts texts(StoredChunk chunk, String name) {
        return new Texts(
                chunk.column(ChunkColumns.kept(name))
                        .map(bytes -> ColumnCodec.codes(bytes, chunk.rows()))
                        .orElse(new int[0]),
                dictionaries.getOrDefault(Dictionaries.kept(RowKind.USERS, name), List.of()));
    }

    @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
    private record Texts(int[] codes, List<String> texts) {
        /// Empty where there is none, or it was removed.
        String at(int row) {
            boolean known = row < codes.length && codes[row] >= 0 && codes[row] < texts.size();
            return known ? texts.get(codes[row]) : "";
        }
    }
}
