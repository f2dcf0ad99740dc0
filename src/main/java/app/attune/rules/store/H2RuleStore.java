package app.attune.rules.store;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleSet;
import app.attune.rules.RuleStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row per version, the rules as JSON. Versions are only ever added.
public final class H2RuleStore implements RuleStore {
    private static final String SELECT = "SELECT version, rules, author, note, saved_at FROM rule_set ";

    private final Database database;

    public H2RuleStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RuleSet> newest() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY version DESC LIMIT 1")) {
                return rows(select).stream().findFirst();
            }
        });
    }

    @Override
    public Optional<RuleSet> version(int version) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE version = ?")) {
                select.setInt(1, version);
                return rows(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<RuleSet> versions() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY version DESC")) {
                return rows(select);
            }
        });
    }

    @Override
    public void add(RuleSet rules) {
        database.execute(connection -> {
            int next = newestVersion(connection) + 1;
            if (rules.version() != next) {
                throw ProblemException.of(
                        "rules.not-next-version",
                        "The rules were changed elsewhere: version " + (next - 1) + " is the newest, not "
                                + (rules.version() - 1) + ".",
                        "Reload the rules and make the change again.");
            }
            insert(connection, rules);
        });
    }

    private static int newestVersion(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COALESCE(MAX(version), 0) FROM rule_set");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void insert(Connection connection, RuleSet rules) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO rule_set (version, rules, author, note, saved_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, rules.version());
            insert.setString(2, Json.write(RuleJson.write(rules.program())));
            insert.setString(3, rules.author());
            insert.setString(4, rules.note());
            insert.setLong(5, rules.savedAt().toEpochMilli());
            insert.executeUpdate();
        }
    }

    private static List<RuleSet> rows(PreparedStatement select) throws SQLException {
        List<RuleSet> sets = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int version = rows.getInt(1);
                sets.add(new RuleSet(
                        version,
                        RuleJson.program(rows.getString(2), "version " + version + " of the rules"),
                        rows.getString(3),
                        rows.getString(4),
                        Instant.ofEpochMilli(rows.getLong(5))));
            }
        }
        return sets;
    }
}
