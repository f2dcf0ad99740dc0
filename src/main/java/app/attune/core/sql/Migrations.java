package app.attune.core.sql;

import app.attune.core.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.util.ScriptReader;

/// The numbered steps that make the store's structure, applied in order and remembered with their checksums.
public final class Migrations {
    private static final String INDEX = "/db/index.txt";
    private static final String LEDGER = """
            CREATE TABLE IF NOT EXISTS migration (
                number INT PRIMARY KEY,
                name VARCHAR(200) NOT NULL,
                checksum CHAR(64) NOT NULL)
            """;

    private final List<Migration> steps;

    Migrations(List<Migration> steps) {
        this.steps = steps.stream()
                .sorted(Comparator.comparingInt(Migration::number))
                .toList();
    }

    /// The steps this version of the application comes with, from the files that `db/index.txt` lists.
    public static Migrations bundled() {
        return new Migrations(resource(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(fileName -> Migration.of(fileName, resource("/db/" + fileName)))
                .toList());
    }

    /// Applies every step the store does not have yet, each remembered in the transaction that ends it.
    ///
    /// @throws ProblemException `store.newer` if the store has a step this version does not know,
    ///     `store.changed-migration` if a step was applied in another wording
    public void apply(Database database) {
        List<Migration> pending = pending(database);
        for (Migration step : pending) {
            database.execute(connection -> applyStep(connection, step));
        }
        database.execute(connection -> {
            if (!pending.isEmpty() || !TableSums.areKept(connection)) {
                TableSums.keep(connection);
            }
        });
    }

    /// How many steps [#apply] would take, after the same checks; one if only the sums of the tables are not kept.
    public int countPending(Database database) {
        int steps = pending(database).size();
        boolean kept = database.read(TableSums::areKept);
        return Math.max(steps, kept ? 0 : 1);
    }

    /// The number of the last step this version knows; 0 if it knows none.
    public int newest() {
        return steps.isEmpty() ? 0 : steps.getLast().number();
    }

    /// Only the steps up to `number`: what a store of an earlier version has.
    public Migrations first(int number) {
        return new Migrations(
                steps.stream().filter(step -> step.number() <= number).toList());
    }

    List<Migration> steps() {
        return steps;
    }

    private List<Migration> pending(Database database) {
        Map<Integer, String> applied = database.write(Migrations::applied);
        for (Map.Entry<Integer, String> row : applied.entrySet()) {
            Migration known = steps.stream()
                    .filter(step -> step.number() == row.getKey())
                    .findFirst()
                    .orElseThrow(() -> newer(row.getKey()));
            if (!known.checksum().equals(row.getValue())) {
                throw changed(known);
            }
        }
        return steps.stream()
                .filter(step -> !applied.containsKey(step.number()))
                .toList();
    }

    private static Map<Integer, String> applied(Connection connection) throws SQLException {
        Map<Integer, String> applied = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(LEDGER);
            try (ResultSet rows = statement.executeQuery("SELECT number, checksum FROM migration ORDER BY number")) {
                while (rows.next()) {
                    applied.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return applied;
    }

    private static void applyStep(Connection connection, Migration step) throws SQLException {
        ScriptReader script = new ScriptReader(new StringReader(step.sql()));
        script.setSkipRemarks(true);
        try (Statement statement = connection.createStatement()) {
            for (String sql = script.readStatement(); sql != null; sql = script.readStatement()) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)")) {
            insert.setInt(1, step.number());
            insert.setString(2, step.name());
            insert.setString(3, step.checksum());
            insert.executeUpdate();
        }
    }

    private static String resource(String path) {
        try (InputStream in = Migrations.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The application comes without its file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException newer(int number) {
        return ProblemException.of(
                "store.newer",
                "This workspace was made by a newer Attune: it has step " + number + " of the store, unknown here.",
                "Install the newer version to open it. Nothing was changed.");
    }

    private static ProblemException changed(Migration step) {
        return ProblemException.of(
                "store.changed-migration",
                "Step " + step.number() + " (" + step.name()
                        + ") of this workspace's store differs from this version's.",
                "Open it with the version that made it, export the definitions, and import them here.");
    }
}
