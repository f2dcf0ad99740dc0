package app.attune.profiles.store;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.IdentityStore;
import app.attune.profiles.IdentityVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row per version, the rules as JSON. Versions are only ever added.
public final class H2IdentityStore implements IdentityStore {
    private static final String SELECT = "SELECT version, rules, author, note, saved_at FROM identity_rules ";

    private final Database database;

    public H2IdentityStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<IdentityVersion> newest() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY version DESC LIMIT 1")) {
                return rows(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<IdentityVersion> versions() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY version DESC")) {
                return rows(select);
            }
        });
    }

    @Override
    public void add(IdentityVersion version) {
        database.execute(connection -> {
            int next = newestVersion(connection) + 1;
            if (version.version() != next) {
                throw ProblemException.of(
                        "identity.not-next-version",
                        "The identity rules were changed elsewhere: version " + (next - 1) + " is the newest, not "
                                + (version.version() - 1) + ".",
                        "Reload the rules and make the change again.");
            }
            insert(connection, version);
        });
    }

    private static int newestVersion(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COALESCE(MAX(version), 0) FROM identity_rules");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void insert(Connection connection, IdentityVersion version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO identity_rules (version, rules, author, note, saved_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, version.version());
            insert.setString(2, Json.write(version.rules()));
            insert.setString(3, version.author());
            insert.setString(4, version.note());
            insert.setLong(5, version.savedAt().toEpochMilli());
            insert.executeUpdate();
        }
    }

    private static List<IdentityVersion> rows(PreparedStatement select) throws SQLException {
        List<IdentityVersion> versions = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                versions.add(new IdentityVersion(
                        rows.getInt(1),
                        IdentityRules.fromJson(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        Instant.ofEpochMilli(rows.getLong(5))));
            }
        }
        return versions;
    }
}
