package app.attune.events.store;

import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.events.quality.ExpectationJson;
import app.attune.events.quality.ExpectationSet;
import app.attune.events.quality.ExpectationStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row a version, the expectations as JSON. Versions are only ever added.
public final class H2ExpectationStore implements ExpectationStore {
    private final Database database;

    public H2ExpectationStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ExpectationSet> newest() {
        return versions().stream().findFirst();
    }

    @Override
    public List<ExpectationSet> versions() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT version, expectations, author, note, saved_at FROM expectation_set"
                                    + " ORDER BY version DESC");
                    ResultSet rows = select.executeQuery()) {
                List<ExpectationSet> sets = new ArrayList<>();
                while (rows.next()) {
                    sets.add(read(rows));
                }
                return sets;
            }
        });
    }

    private static ExpectationSet read(ResultSet row) throws SQLException {
        int version = row.getInt(1);
        return new ExpectationSet(
                version,
                ExpectationJson.read(row.getString(2), "version " + version + " of the expectations"),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    @Override
    public void add(ExpectationSet set) {
        database.execute(connection -> {
            int next = newestVersion(connection) + 1;
            if (set.version() != next) {
                throw ProblemException.of(
                        "quality.not-next-version",
                        "The expectations were changed elsewhere: version " + (next - 1) + " is the newest, not "
                                + (set.version() - 1) + ".",
                        "Look at them again and make the change again.");
            }
            insert(connection, set);
        });
    }

    private static int newestVersion(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COALESCE(MAX(version), 0) FROM expectation_set");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void insert(Connection connection, ExpectationSet set) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO expectation_set (version, expectations, author, note, saved_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, set.version());
            insert.setString(2, ExpectationJson.write(set.expectations()));
            insert.setString(3, set.author());
            insert.setString(4, set.note());
            insert.setLong(5, set.savedAt().toEpochMilli());
            insert.executeUpdate();
        }
    }
}
