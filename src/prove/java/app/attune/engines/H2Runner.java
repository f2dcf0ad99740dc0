package app.attune.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// H2 in memory on the SQL of the target sql.
public final class H2Runner {
    private H2Runner() {}

    public static void main(String[] args) throws IOException, SQLException {
        Lines lines = Lines.take();
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:prove")) {
            lines.hello("h2", database.getMetaData().getDatabaseProductVersion());
            new SqlTables(Path.of(args[0]), "h2", database).answer(lines, () -> {});
        }
    }
}
