package app.attune.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// PostgreSQL on the SQL of the target sql, in the database that `ATTUNE_POSTGRES` names, such as
/// `jdbc:postgresql://127.0.0.1/prove?user=prove`; everything is rolled back.
public final class PostgresRunner {
    private PostgresRunner() {}

    public static void main(String[] args) throws IOException, SQLException {
        Lines lines = Lines.take();
        String url = System.getenv().getOrDefault("ATTUNE_POSTGRES", "jdbc:postgresql://127.0.0.1/prove?user=prove");
        try (Connection database = DriverManager.getConnection(url)) {
            database.setAutoCommit(false);
            lines.hello("postgres", database.getMetaData().getDatabaseProductVersion());
            new SqlTables(Path.of(args[0]), "postgres", database).answer(lines);
            database.rollback();
        }
    }
}
