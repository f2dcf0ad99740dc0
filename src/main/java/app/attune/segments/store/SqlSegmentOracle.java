package app.attune.segments.store;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.ConsentStatement;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.SqlCondition;
import app.attune.segments.SqlNames;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/// Answers conditions by SQL over a population loaded into a private in-memory H2: the second opinion that checks the
/// frame's evaluator. Not for large data. One thread at a time.
public final class SqlSegmentOracle implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final SqlNames names;

    /// Loads users, items and events.
    public SqlSegmentOracle(Population population) {
        names = SqlNames.of(population);
        try {
            connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
            load(population);
        } catch (SQLException e) {
            throw new IllegalStateException("The in-memory store refused the population", e);
        }
    }

    /// The user positions `condition` means at `asOf`.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public RoaringBitmap members(Condition condition, Instant asOf) {
        SqlCondition query = SqlCondition.of(condition, names, asOf);
        try (PreparedStatement statement = connection.prepareStatement(query.text())) {
            bind(statement, query.values());
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The store refused: " + query.text(), e);
        }
    }

    private static RoaringBitmap read(PreparedStatement statement) throws SQLException {
        RoaringBitmap members = new RoaringBitmap();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                members.add(rows.getInt(1));
            }
        }
        return members;
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == NoValue.HERE) {
                statement.setNull(i + 1, java.sql.Types.NULL);
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }

    private void load(Population population) throws SQLException {
        EventFrame events = population.events();
        create(
                "users",
                "user_idx INT PRIMARY KEY, user_id VARCHAR NOT NULL, since_ms BIGINT NOT NULL",
                "a_",
                population.attributes().columns());
        create("items", "item VARCHAR PRIMARY KEY", "i_", events.catalogue().columns());
        create(
                "events",
                "event_row INT PRIMARY KEY, user_idx INT NOT NULL, time_ms BIGINT NOT NULL, type VARCHAR NOT NULL,"
                        + " item VARCHAR, amount DOUBLE PRECISION",
                "p_",
                events.properties());
        insert(
                "users",
                population.size(),
                row -> with(
                        List.of(row, events.users().text(row), population.firstRow(row)),
                        population.attributes(),
                        row));
        insert("items", events.itemCount(), row -> with(List.of(events.items().text(row)), events.catalogue(), row));
        insertEvents(events);
        insertConsents(population);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX events_by_user ON events(user_idx, time_ms)");
        }
    }

    private void insertEvents(EventFrame events) throws SQLException {
        int[] users = new int[events.eventCount()];
        for (int userIdx = 0; userIdx < events.userCount(); userIdx++) {
            java.util.Arrays.fill(users, events.from(userIdx), events.to(userIdx), userIdx);
        }
        ColumnTable properties = new ColumnTable(events.eventCount(), events.properties());
        insert("events", events.eventCount(), row -> {
            List<Object> fixed = new ArrayList<>(List.of(row, users[row], events.time(row)));
            fixed.add(events.types().text(events.type(row)));
            fixed.add(
                    events.item(row) == Dictionary.MISSING
                            ? NoValue.HERE
                            : events.items().text(events.item(row)));
            fixed.add(Double.isNaN(events.value(row)) ? NoValue.HERE : events.value(row));
            return with(fixed, properties, row);
        });
    }

    private void insertConsents(Population population) throws SQLException {
        String fixed = "user_idx INT NOT NULL, purpose VARCHAR NOT NULL, place INT NOT NULL, status VARCHAR NOT NULL,"
                + " since_ms BIGINT NOT NULL";
        create("consents", fixed, "", List.of());
        List<List<Object>> rows = new ArrayList<>();
        for (String purpose : population.consents().purposes()) {
            for (int userIdx = 0; userIdx < population.size(); userIdx++) {
                List<ConsentStatement> said = population.consents().statements(purpose, userIdx);
                for (int place = 0; place < said.size(); place++) {
                    ConsentStatement one = said.get(place);
                    rows.add(List.of(userIdx, purpose, place, one.status().name(), one.sinceMillis()));
                }
            }
        }
        insert("consents", rows.size(), rows::get);
    }

    private void create(String table, String fixed, String prefix, List<Column> columns) throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE " + table + "(" + fixed);
        for (int i = 0; i < columns.size(); i++) {
            sql.append(", ").append(prefix).append(i).append(' ').append(type(columns.get(i)));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.append(')').toString());
        }
    }

    private static String type(Column column) {
        return switch (column) {
            case TextColumn text -> "VARCHAR";
            case NumberColumn number -> "DOUBLE PRECISION";
            case DateColumn date -> "BIGINT";
        };
    }

    /// Stands for NULL in a row.
    private enum NoValue {
        HERE
    }

    private interface Rows {
        List<Object> row(int row);
    }

    private static List<Object> with(List<?> fixed, ColumnTable table, int row) {
        List<Object> values = new ArrayList<>(fixed);
        table.columns().forEach(column -> values.add(value(column, row)));
        return values;
    }

    private static Object value(Column column, int row) {
        if (column.isMissing(row)) {
            return NoValue.HERE;
        }
        return switch (column) {
            case TextColumn text -> text.dictionary().text(text.codes()[row]);
            case NumberColumn number -> number.values()[row];
            case DateColumn date -> date.millis()[row];
        };
    }

    private void insert(String table, int rows, Rows source) throws SQLException {
        if (rows == 0) {
            return;
        }
        String marks =
                String.join(", ", java.util.Collections.nCopies(source.row(0).size(), "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int row = 0; row < rows; row++) {
                bind(statement, source.row(row));
                statement.addBatch();
                if (row % BATCH == BATCH - 1 || row == rows - 1) {
                    statement.executeBatch();
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The in-memory store did not close", e);
        }
    }
}
