package app.attune.events.store;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.QueryDesk;
import app.attune.events.QueryTables;
import app.attune.events.SqlAnswer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.h2.command.Prepared;
import org.h2.command.dml.Explain;
import org.h2.command.query.Query;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;

/// An in-memory H2 with the frame behind read-only tables, asked by a user who may do nothing but select.
///
/// Three walls: the statement must be a query before anything of it runs; the user has the right to select and no
/// other; and the tables refuse writing whoever asks. Values that would need Java serialization are refused too.
public final class FrameDatabase implements QueryDesk {
    private static final String SETTINGS = ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    private static final String READER = "reader";
    private static final long POLL_MILLIS = 50;

    private final List<FrameRows> rows;
    private final Connection owner;
    private final Connection reader;
    private final ScheduledExecutorService cancelClock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("frame-sql-cancel").factory());

    private FrameDatabase(QueryTables tables) throws SQLException {
        rows = FrameRows.of(tables);
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + SETTINGS;
        owner = new JdbcConnection(
                url, new Properties(), "owner", UUID.randomUUID().toString(), false);
        SessionLocal session = session(owner);
        rows.forEach(table -> session.getDatabase()
                .addSchemaObject(session, new FrameTable(session.getDatabase().getMainSchema(), table)));
        String password = UUID.randomUUID().toString();
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE USER " + READER + " PASSWORD '" + password + "'");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + READER);
        }
        reader = new JdbcConnection(url, new Properties(), READER, password, false);
        try (Statement statement = reader.createStatement()) {
            statement.execute("SET NON_KEYWORDS VALUE, USER, DAY, MONTH, YEAR, HOUR, MINUTE, SECOND, KEY");
        }
    }

    /// @throws ProblemException `sql.failed` if the tables cannot be made
    public static QueryDesk open(QueryTables tables) {
        try {
            return new FrameDatabase(tables);
        } catch (SQLException | DbException e) {
            throw new ProblemException(SqlFault.of(e, "", ""), e);
        }
    }

    @Override
    public String tables() {
        return rows.stream()
                .map(table -> table.name() + ": "
                        + table.fields().stream().map(FrameRows.Field::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public synchronized SqlAnswer run(String sql, int most, Progress progress) {
        String query = sql.strip().replaceAll(";+\\s*$", "");
        try {
            requireQuery(query);
            return ask(query, most, progress);
        } catch (SQLException | DbException e) {
            if (progress.isCancelled()) {
                throw cancelled(e);
            }
            throw new ProblemException(SqlFault.of(e, sql, tables()), e);
        }
    }

    private static CancellationException cancelled(Exception cause) {
        CancellationException cancelled = new CancellationException("Cancelled");
        cancelled.initCause(cause);
        return cancelled;
    }

    /// Parses without running: what follows a first statement, and whatever is no query, is refused.
    private void requireQuery(String query) throws SQLException {
        if (query.isBlank()) {
            throw SqlFault.notAllowed("Nothing was asked");
        }
        Prepared parsed = session(reader).prepare(query);
        if (!(parsed instanceof Query) && !(parsed instanceof Explain)) {
            throw SqlFault.notAllowed("This statement does more than ask");
        }
    }

    private SqlAnswer ask(String query, int most, Progress progress) throws SQLException {
        try (Statement statement = reader.createStatement()) {
            statement.setMaxRows(most + 1);
            Future<?> watch = cancelClock.scheduleWithFixedDelay(
                    () -> stopIfUnwanted(progress), POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
            try (ResultSet found = statement.executeQuery(query)) {
                return read(found, most);
            } finally {
                watch.cancel(false);
            }
        }
    }

    private void stopIfUnwanted(Progress progress) {
        if (progress.isCancelled()) {
            try {
                session(reader).cancel();
            } catch (SQLException e) {
                // Closed meanwhile: there is nothing to stop any more.
            }
        }
    }

    private static SqlAnswer read(ResultSet found, int most) throws SQLException {
        ResultSetMetaData meta = found.getMetaData();
        List<SqlAnswer.SqlColumn> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            if (List.of(Types.JAVA_OBJECT, Types.OTHER).contains(meta.getColumnType(i))) {
                throw SqlFault.notAllowed("Column " + meta.getColumnLabel(i) + " is a Java object");
            }
            columns.add(new SqlAnswer.SqlColumn(meta.getColumnLabel(i), isNumber(meta.getColumnType(i))));
        }
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < most && found.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                cells.add(cell(found, i, meta.getColumnType(i)));
            }
            rows.add(List.copyOf(cells));
        }
        return new SqlAnswer(columns, rows, rows.size() == most && found.next());
    }

    /// Numbers without an exponent, empty where there is nothing.
    private static String cell(ResultSet found, int column, int type) throws SQLException {
        String text = found.getString(column);
        if (text == null) {
            return "";
        }
        boolean exponent = isNumber(type) && text.indexOf('E') > 0;
        return exponent ? new BigDecimal(text).toPlainString() : text;
    }

    private static boolean isNumber(int type) {
        return List.of(
                        Types.TINYINT,
                        Types.SMALLINT,
                        Types.INTEGER,
                        Types.BIGINT,
                        Types.REAL,
                        Types.FLOAT,
                        Types.DOUBLE,
                        Types.DECIMAL,
                        Types.NUMERIC)
                .contains(type);
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }

    @Override
    public synchronized void close() {
        cancelClock.shutdownNow();
        try (owner;
                reader) {
            // Closing the last connection drops the tables.
        } catch (SQLException e) {
            throw new ProblemException(SqlFault.of(e, "", ""), e);
        }
    }
}
