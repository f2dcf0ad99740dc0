package app.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;

/// The peer: the same shop in DuckDB on its best layout. Users are integers, other texts are coded, events lie in order
/// of user and time.
final class ShopPeer implements AutoCloseable {
    private static final List<String> LAYOUT = List.of(
            "CREATE TYPE kind AS ENUM (SELECT DISTINCT event_type FROM events ORDER BY 1)",
            "CREATE TYPE item AS ENUM (SELECT DISTINCT item_id FROM events ORDER BY 1)",
            "CREATE TYPE land AS ENUM (SELECT DISTINCT country FROM events ORDER BY 1)",
            """
            CREATE TABLE e AS
            SELECT CAST(substr(user_id, 2) AS INTEGER) AS u, event_time AS t, CAST(event_type AS kind) AS kind,
                CAST(item_id AS item) AS item, price
            FROM events ORDER BY u, t
            """,
            """
            CREATE TABLE users AS
            SELECT CAST(substr(user_id, 2) AS INTEGER) AS u, CAST(country AS land) AS country
            FROM read_csv('%s', header = true) ORDER BY u
            """,
            "DROP TABLE events",
            "CHECKPOINT");

    private final Connection connection;

    private ShopPeer(Connection connection) {
        this.connection = connection;
    }

    /// Loads what is missing.
    static ShopPeer open(int rows) throws SQLException, IOException {
        Path file = ShopEvents.folder().resolve("shop-" + ShopEvents.name(rows) + ".duckdb");
        if (!Files.exists(file)) {
            Path draft = ShopEvents.folder().resolve("shop.duckdb.tmp");
            Files.deleteIfExists(draft);
            try (DuckDb events = new DuckDb(draft)) {
                events.append(ShopEvents.file(rows));
            }
            try (Connection layout = connect(draft);
                    Statement statement = layout.createStatement()) {
                for (String sql : LAYOUT) {
                    statement.execute(sql.replace("%s", ShopEvents.users(rows).toString()));
                }
            }
            Files.move(draft, file);
        }
        return new ShopPeer(connect(file));
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath());
    }

    /// Which of these ways is the quickest, each tried after a first time.
    String quickest(List<String> ways) throws SQLException {
        String best = "";
        long least = Long.MAX_VALUE;
        for (String sql : ways) {
            ask(sql);
            long start = System.nanoTime();
            ask(sql);
            long nanos = System.nanoTime() - start;
            best = nanos < least ? sql : best;
            least = Math.min(least, nanos);
        }
        return best;
    }

    /// The first column of the answer.
    long[] ask(String sql) throws SQLException {
        LongStream.Builder answer = LongStream.builder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answer.add(rows.getLong(1));
            }
        }
        return answer.build().toArray();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
