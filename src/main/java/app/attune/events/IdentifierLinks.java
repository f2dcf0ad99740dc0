package app.attune.events;

import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which identifiers the rows of the event log carry together with which users: a row that names a user and holds an
/// e-mail address links the two. Columns of events and of users that bear one name are one kind of identifier.
public final class IdentifierLinks {
    /// The kind of what a row names as its user.
    public static final String USER = "user";

    /// The property that holds anonymous ids.
    public static final String ANONYMOUS = "anonymous_id";

    /// Some rows of one import.
    public record Place(long importId, RowKind rows, long firstLine, long lastLine) {}

    private final List<String> users;
    private final List<KindLinks> kinds = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final BitSet named = new BitSet();
    private final BitSet seen = new BitSet();
    private final Map<RowKind, List<int[]>> codes = new TreeMap<>();

    private IdentifierLinks(List<String> users) {
        this.users = users;
    }

    /// @param kinds names of columns, and how the values of each are compared; [#USER] needs no reading and is left out
    public static IdentifierLinks read(EventStore store, Map<String, IdentifierReading> kinds, Progress progress) {
        Map<String, List<String>> dictionaries = store.dictionaries();
        IdentifierLinks links = new IdentifierLinks(dictionaries.getOrDefault(Dictionaries.USERS, List.of()));
        for (RowKind rows : List.of(RowKind.EVENTS, RowKind.USERS)) {
            links.codes.put(rows, new ArrayList<>());
        }
        new TreeMap<>(kinds).forEach((name, reading) -> {
            if (!name.equals(USER)) {
                links.add(new KindLinks(name, reading), dictionaries);
            }
        });
        links.read(store, RowKind.EVENTS, dictionaries, progress);
        links.read(store, RowKind.USERS, dictionaries, progress);
        return links;
    }

    /// The ids of users by position.
    public List<String> users() {
        return users;
    }

    /// One for each kind asked for, by name.
    public List<KindLinks> kinds() {
        return kinds;
    }

    /// Whether a row names the user as such; otherwise the id is an anonymous one in every event.
    public boolean isNamed(int userIdx) {
        return named.get(userIdx) || !seen.get(userIdx);
    }

    /// Where a link was read first.
    public Place place(KindLinks links, int link) {
        return places.get(links.place(link));
    }

    private void add(KindLinks kind, Map<String, List<String>> dictionaries) {
        kinds.add(kind);
        codes.forEach((rows, positions) -> positions.add(
                kind.positions(dictionaries.getOrDefault(Dictionaries.kept(rows, kind.kind()), List.of()))));
    }

    private void read(EventStore store, RowKind rows, Map<String, List<String>> dictionaries, Progress progress) {
        List<String> columns = new ArrayList<>(List.of(ChunkColumns.USER, ChunkColumns.kept(ANONYMOUS)));
        kinds.forEach(kind -> columns.add(ChunkColumns.kept(kind.kind())));
        if (rows == RowKind.EVENTS) {
            columns.add(ChunkColumns.TIME);
        }
        List<String> anonymous = dictionaries.getOrDefault(Dictionaries.kept(RowKind.EVENTS, ANONYMOUS), List.of());
        store.readChunks(
                rows,
                columns,
                chunk -> {
                    if (rows == RowKind.EVENTS) {
                        tellNamed(chunk, anonymous);
                    }
                    read(chunk, rows);
                },
                progress);
    }

    private void tellNamed(StoredChunk chunk, List<String> anonymous) {
        int[] userIdx = ColumnCodec.codes(chunk.column(ChunkColumns.USER).orElseThrow(), chunk.rows());
        int[] ids = chunk.column(ChunkColumns.kept(ANONYMOUS))
                .map(bytes -> ColumnCodec.codes(bytes, chunk.rows()))
                .orElse(new int[0]);
        for (int row = 0; row < userIdx.length; row++) {
            seen.set(userIdx[row]);
            boolean known =
                    userIdx[row] < users.size() && ids.length > 0 && ids[row] >= 0 && ids[row] < anonymous.size();
            boolean itself = known && anonymous.get(ids[row]).equals(users.get(userIdx[row]));
            if (!itself) {
                named.set(userIdx[row]);
            }
        }
    }

    private void read(StoredChunk chunk, RowKind rows) {
        int[] userIdx = ColumnCodec.codes(chunk.column(ChunkColumns.USER).orElseThrow(), chunk.rows());
        long[] times = chunk.column(ChunkColumns.TIME)
                .map(bytes -> ColumnCodec.times(bytes, chunk.rows()))
                .orElse(new long[0]);
        int place = places.size();
        places.add(new Place(chunk.importId(), rows, chunk.firstLine(), chunk.lastLine()));
        for (int k = 0; k < kinds.size(); k++) {
            KindLinks kind = kinds.get(k);
            int[] values = codes.getOrDefault(rows, List.of()).get(k);
            chunk.column(ChunkColumns.kept(kind.kind()))
                    .ifPresent(bytes -> read(kind, values, new Columns(userIdx, times, codesOf(bytes, chunk)), place));
        }
    }

    private static int[] codesOf(byte[] bytes, StoredChunk chunk) {
        return ColumnCodec.codes(bytes, chunk.rows());
    }

    /// Texts of an import that finished after the dictionaries were read are left out.
    private static void read(KindLinks kind, int[] values, Columns columns, int place) {
        for (int row = 0; row < columns.userIdx().length; row++) {
            int code = columns.codes()[row];
            if (code >= 0 && code < values.length) {
                long millis = columns.times().length == 0 ? KindLinks.NO_TIME : columns.times()[row];
                kind.add(columns.userIdx()[row], values[code], millis, place);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Scratch space, never compared.
    private record Columns(int[] userIdx, long[] times, int[] codes) {}
}
