package app.attune.events;

import app.attune.core.Progress;
import java.util.Optional;
import java.util.function.Function;

/// Answers SQL over the data as it is now: read-only, by a desk that is made anew when the data changes.
///
/// Thread-safe.
public final class QueryService implements AutoCloseable {
    /// So many rows are shown of a query, not more.
    public static final int MOST_ROWS = 10_000;

    private record Open(String dataHash, QueryDesk desk) {}

    private final Function<Progress, QueryTables> data;
    private final Function<QueryTables, QueryDesk> opener;
    private Optional<Open> open = Optional.empty();

    /// @param data   the tables as they are now
    /// @param opener makes the desk that answers
    public QueryService(Function<Progress, QueryTables> data, Function<QueryTables, QueryDesk> opener) {
        this.data = data;
        this.opener = opener;
    }

    /// As [QueryDesk#run].
    public SqlAnswer run(String sql, int most, Progress progress) {
        return desk(progress).run(sql, most, progress);
    }

    /// As [QueryDesk#tables].
    public String tables(Progress progress) {
        return desk(progress).tables();
    }

    private synchronized QueryDesk desk(Progress progress) {
        QueryTables now = data.apply(progress);
        String hash = now.dataHash();
        if (open.filter(before -> before.dataHash().equals(hash)).isEmpty()) {
            close();
            open = Optional.of(new Open(hash, opener.apply(now)));
        }
        return open.orElseThrow().desk();
    }

    @Override
    public synchronized void close() {
        open.ifPresent(before -> before.desk().close());
        open = Optional.empty();
    }
}
