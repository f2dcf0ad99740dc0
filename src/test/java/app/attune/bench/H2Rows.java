package app.attune.bench;

import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.UUID;

/// The peer: events as rows of H2's own tables, in a file that is forced to the disk.
final class H2Rows implements AutoCloseable {
    private static final int BATCH = 10_000;
    private static final int FIRST_PROPERTY = 7;
    private static final String TYPED = """
            SELECT CAST(event_id AS UUID) AS event_id, CAST(event_time AS TIMESTAMP WITH TIME ZONE) AS event_time,
                event_type, user_id, item_id, CAST(price AS DOUBLE PRECISION) AS price,
                CAST(quantity AS INT) AS quantity, device, country
            FROM CSVREAD(?, NULL, 'charset=UTF-8')
            """;

    private final Connection connection;

    H2Rows(Path file) throws SQLException {
        String name = file.toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
        connection = DriverManager.getConnection("jdbc:h2:file:" + name, "sa", "");
    }

    /// One table with the file's texts and numbers, made in one statement.
    void readCsv(Path csv) throws SQLException {
        bound("CREATE TABLE events AS " + TYPED, csv);
    }

    /// The file's rows one by one into a table that knows each event id once; repeats are left out.
    void mergeCsv(Path csv) throws SQLException {
        execute("""
                CREATE TABLE events (event_id UUID PRIMARY KEY, event_time TIMESTAMP WITH TIME ZONE,
                    event_type VARCHAR, user_id VARCHAR, item_id VARCHAR, price DOUBLE PRECISION, quantity INT,
                    device VARCHAR, country VARCHAR)
                """);
        bound("MERGE INTO events KEY (event_id) " + TYPED, csv);
    }

    /// The events of a frame as dictionary positions and numbers, with made-up ids.
    ///
    /// @param idColumn `UUID`, or `UUID UNIQUE` to have them told apart
    void insertCoded(EventFrame frame, String idColumn) throws SQLException {
        connection.setAutoCommit(false);
        execute("CREATE TABLE events (event_id " + idColumn + ", event_time TIMESTAMP, event_type INT, user_idx INT,"
                + " item_idx INT, price DOUBLE PRECISION, quantity DOUBLE PRECISION, device INT, country INT)");
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int user = 0; user < frame.userCount(); user++) {
                for (int row = frame.from(user); row < frame.to(user); row++) {
                    insert.setObject(1, id(row));
                    insert.setTimestamp(2, new Timestamp(frame.time(row)));
                    insert.setInt(3, frame.type(row));
                    insert.setInt(4, user);
                    insert.setInt(5, frame.item(row));
                    insert.setDouble(6, frame.value(row));
                    for (int i = 0; i < frame.properties().size(); i++) {
                        bind(insert, FIRST_PROPERTY + i, frame.properties().get(i), row);
                    }
                    insert.addBatch();
                    if (row % BATCH == BATCH - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private static void bind(PreparedStatement insert, int place, Column column, int row) throws SQLException {
        if (column instanceof TextColumn text) {
            insert.setInt(place, text.codes()[row]);
        } else if (column instanceof NumberColumn number) {
            insert.setDouble(place, number.values()[row]);
        } else {
            throw new IllegalArgumentException("No column of the shop: " + column.name());
        }
    }

    /// Random to look at, the same in every run.
    private static UUID id(long row) {
        long mixed = (row + 1) * 0x9E3779B97F4A7C15L;
        return new UUID(mixed ^ (mixed >>> 29), mixed * 31);
    }

    private void bound(String sql, Path csv) throws SQLException {
        String path = csv.toAbsolutePath().toString().replace("'", "''");
        execute(sql.replace("?", "'" + path + "'"));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Forces everything to the disk.
    @Override
    public void close() throws SQLException {
        execute("CHECKPOINT SYNC");
        connection.close();
    }
}
