package app.attune.rules.store;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.rules.RuleBranch;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleOrigin;
import app.attune.rules.RuleSet;
import app.attune.rules.RuleStore;
import app.attune.rules.VersionName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One row per version, the rules as JSON. Versions are only ever added.
public final class H2RuleStore implements RuleStore {
    private static final String SELECT =
            "SELECT version, rules, author, note, saved_at, branch, parent, merged FROM rule_set ";

    private final Database database;

    public H2RuleStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RuleSet> newest() {
        return database.read(connection ->
                version(connection, H2RuleBranches.all(connection).current().head()));
    }

    @Override
    public Optional<RuleSet> version(int version) {
        return database.read(connection -> version(connection, version));
    }

    private static Optional<RuleSet> version(Connection connection, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE version = ?")) {
            select.setInt(1, version);
            return rows(select).stream().findFirst();
        }
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
    public int last() {
        return database.read(H2RuleStore::newestVersion);
    }

    @Override
    public void add(RuleSet rules) {
        database.execute(connection -> {
            int next = newestVersion(connection) + 1;
            int head = H2RuleBranches.head(connection, rules.origin().branch());
            if (rules.version() != next || head != first(rules.origin())) {
                throw ProblemException.of(
                        "rules.not-next-version",
                        "The rules were changed elsewhere: version " + head + " is the newest of "
                                + rules.origin().branch() + ", and version " + (next - 1)
                                + " of all branches; these rules are made from version " + first(rules.origin()) + ".",
                        "Reload the rules and make the change again.");
            }
            insert(connection, rules);
            H2RuleBranches.moveHead(connection, rules);
        });
    }

    @Override
    public RuleBranches branches() {
        return database.read(H2RuleBranches::all);
    }

    @Override
    public void addBranch(RuleBranch branch) {
        database.execute(connection -> H2RuleBranches.add(connection, branch));
    }

    @Override
    public void renameBranch(VersionName from, VersionName to) {
        database.execute(connection -> H2RuleBranches.rename(connection, from, to));
    }

    @Override
    public void removeBranch(VersionName branch) {
        database.execute(connection -> H2RuleBranches.remove(connection, branch));
    }

    @Override
    public void choose(VersionName branch) {
        database.execute(connection -> H2RuleBranches.choose(connection, branch));
    }

    /// 0 where it was made of nothing.
    private static int first(RuleOrigin origin) {
        return origin.parents().isEmpty() ? 0 : origin.parents().getFirst();
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
                "INSERT INTO rule_set (version, rules, author, note, saved_at, branch, parent, merged)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, rules.version());
            insert.setString(2, Json.write(RuleJson.write(rules.program())));
            insert.setString(3, rules.author());
            insert.setString(4, rules.note());
            insert.setLong(5, rules.savedAt().toEpochMilli());
            insert.setString(6, rules.origin().branch().value());
            insert.setInt(7, first(rules.origin()));
            insert.setInt(
                    8,
                    rules.origin().parents().size() < 2
                            ? 0
                            : rules.origin().parents().getLast());
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
                        Instant.ofEpochMilli(rows.getLong(5)),
                        origin(rows.getString(6), rows.getInt(7), rows.getInt(8))));
            }
        }
        return sets;
    }

    private static RuleOrigin origin(String branch, int parent, int merged) {
        return new RuleOrigin(
                new VersionName(branch),
                IntStream.of(parent, merged)
                        .filter(version -> version > 0)
                        .boxed()
                        .toList());
    }
}
