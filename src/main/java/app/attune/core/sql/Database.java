package app.attune.core.sql;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Require;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.Constants;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStoreException;

/// An embedded H2 store, in a file or in memory, used by this process alone.
///
/// Thread-safe. Writes are serialised on one connection, one transaction each; a write inside a write joins it, and
/// a read inside a write sees it. Reads elsewhere run beside it on connections of their own and see what is
/// committed; whatever a read changes is rolled back. Every SQL error leaves as a [ProblemException].
public final class Database implements AutoCloseable {
    private final String url;
    private final String place;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final Queue<Connection> idleReaders = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService cancelClock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sql-cancel").factory());
    private volatile boolean closed;
    private Optional<ChangeCount> changes = Optional.empty();

    private Database(String url, String place) {
        this.url = url;
        this.place = place;
        try {
            writer = connect();
        } catch (SQLException | MVStoreException e) {
            cancelClock.shutdownNow();
            throw SqlProblems.explain(e, place);
        }
    }

    /// Opens the `.mv.db` file at `file`, or makes it. A file of unknown origin goes through [SchemaGate] first.
    ///
    /// @throws ProblemException `store.bad-path`, `store.locked`, `store.damaged`
    public static Database open(Path file) {
        StorePath path = new StorePath(file);
        return new Database(path.url(), path.file().toString());
    }

    /// Opens the file at `file` to look at it: nothing in it changes. Writes fail.
    ///
    /// @throws ProblemException `store.bad-path`, `store.locked`, `store.damaged`
    public static Database openToLook(Path file) {
        StorePath path = new StorePath(file);
        return new Database(path.url() + ";ACCESS_MODE_DATA=r", path.file().toString());
    }

    /// @throws ProblemException `store.bad-path` if no store can be at `file`
    public static void requireUsable(Path file) {
        StorePath path = new StorePath(file);
        Require.that(!path.url().isEmpty(), "A usable path has a URL");
    }

    /// A new empty store that lives as long as it is open; two with the same name are two stores.
    public static Database inMemory(String name) {
        return new Database("jdbc:h2:mem:" + name.replaceAll("[^A-Za-z0-9]", "_") + UUID.randomUUID(), "memory");
    }

    static Database at(String url, String place) {
        return new Database(url, place);
    }

    public <T> T read(SqlWork<T> work) {
        return read(work, Progress.none());
    }

    /// As [#read(SqlWork)], and the running statement is cancelled when `progress` is.
    ///
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    public <T> T read(SqlWork<T> work, Progress progress) {
        if (writing.isHeldByCurrentThread()) {
            return guarded(() -> run(writer, work, progress));
        }
        return guarded(() -> {
            Connection reader = takeReader();
            try {
                return run(reader, work, progress);
            } finally {
                giveBack(reader);
            }
        });
    }

    /// As [#read(SqlWork, Progress)], all of it as of one moment, whatever others commit meanwhile.
    public <T> T readAtOnce(SqlWork<T> work, Progress progress) {
        if (writing.isHeldByCurrentThread()) {
            return read(work, progress);
        }
        return read(
                connection -> {
                    int before = connection.getTransactionIsolation();
                    connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
                    try {
                        return work.run(connection);
                    } finally {
                        rollBack(connection);
                        isolate(connection, before);
                    }
                },
                progress);
    }

    /// One transaction: committed and on disk when this returns, rolled back when `work` throws.
    public <T> T write(SqlWork<T> work) {
        return write(work, Progress.none());
    }

    /// As [#write(SqlWork)], and the running statement is cancelled, and all of it undone, when `progress` is.
    public <T> T write(SqlWork<T> work, Progress progress) {
        writing.lock();
        try {
            return guarded(
                    () -> writing.getHoldCount() > 1 ? run(writer, work, progress) : transaction(work, progress));
        } finally {
            writing.unlock();
        }
    }

    /// A write that gives nothing back.
    public void execute(SqlAction action) {
        write(connection -> {
            action.run(connection);
            return Boolean.TRUE;
        });
    }

    /// Forces everything committed so far to the disk. Call after the last commit of an import.
    public void checkpointSync() {
        execute(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        });
    }

    /// Writes a ZIP archive with the store's file as it is after the last commit, while others go on reading.
    public void packInto(Path zip) {
        execute(connection -> {
            try (PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, zip.toString());
                backup.execute();
            }
        });
    }

    /// From here on, counts in `file` every change that has been acknowledged.
    public void countChangesIn(Path file) {
        execute(connection -> {
            ChangeCount count = ChangeCount.into(file);
            count.acknowledge(ChangeCount.in(connection));
            changes = Optional.of(count);
        });
    }

    /// Waits for a running write, then closes the file. Closing twice does nothing.
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            cancelClock.shutdownNow();
            guarded(() -> {
                closeReaders();
                writer.close();
                changes.ifPresent(ChangeCount::close);
                return Boolean.TRUE;
            });
        } finally {
            writing.unlock();
        }
    }

    private <T> T transaction(SqlWork<T> work, Progress progress) throws SQLException {
        boolean done = false;
        try {
            T result = run(writer, work, progress);
            boolean isCounted = changes.isPresent();
            long count = isCounted ? ChangeCount.in(writer) : 0;
            writer.commit();
            done = true;
            if (isCounted) {
                changes.get().acknowledge(count);
            }
            return result;
        } finally {
            if (!done) {
                rollBack(writer);
            }
        }
    }

    private <T> T run(Connection connection, SqlWork<T> work, Progress progress) throws SQLException {
        progress.checkpoint();
        if (progress.equals(Progress.none())) {
            return work.run(connection);
        }
        Cancellation watch = Cancellation.watch(connection, progress, cancelClock);
        try {
            return work.run(connection);
        } finally {
            watch.stop();
        }
    }

    private <T> T guarded(Guarded<T> work) {
        try {
            return work.run();
        } catch (SQLException | MVStoreException e) {
            throw SqlProblems.explain(e, place);
        }
    }

    private Connection takeReader() throws SQLException {
        Connection idle = idleReaders.poll();
        return idle == null ? connect() : idle;
    }

    private void giveBack(Connection reader) throws SQLException {
        rollBack(reader);
        if (closed || reader.isClosed()) {
            reader.close();
        } else {
            idleReaders.add(reader);
        }
    }

    private void closeReaders() throws SQLException {
        for (Connection reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
            reader.close();
        }
    }

    private Connection connect() throws SQLException {
        if (closed) {
            throw closed(place);
        }
        Connection connection = new JdbcConnection(url, new Properties(), "sa", "", false);
        connection.setAutoCommit(false);
        return connection;
    }

    /// What to say to who wants something of a store at `place` that is closed.
    public static ProblemException closed(String place) {
        return ProblemException.of(
                "store.closed", "The store is closed: " + place + ".", "Open the workspace again, then retry.");
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException | MVStoreException e) {
            // The connection is broken; the error that broke it is on its way to the caller.
        }
    }

    private static void isolate(Connection connection, int level) {
        try {
            connection.setTransactionIsolation(level);
        } catch (SQLException | MVStoreException e) {
            // The connection is broken; the error that broke it is on its way to the caller.
        }
    }

    @FunctionalInterface
    private interface Guarded<T> {
        T run() throws SQLException;
    }
}
