package app.attune.rules.store;

import app.attune.core.ProblemException;
import app.attune.rules.RuleBranch;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleSet;
import app.attune.rules.VersionName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// One row per branch that was made or saved on; main is there without one, and is chosen where no other is.
final class H2RuleBranches {
    private H2RuleBranches() {}

    static RuleBranches all(Connection connection) throws SQLException {
        List<RuleBranch> all = new ArrayList<>();
        VersionName chosen = RuleBranches.MAIN;
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT name, head, chosen FROM rule_branch ORDER BY name");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(new RuleBranch(new VersionName(rows.getString(1)), rows.getInt(2)));
                if (rows.getBoolean(3)) {
                    chosen = all.getLast().name();
                }
            }
        }
        if (all.stream().noneMatch(branch -> branch.name().equals(RuleBranches.MAIN))) {
            all.add(new RuleBranch(RuleBranches.MAIN, newestOnMain(connection)));
        }
        return new RuleBranches(all, chosen);
    }

    private static int newestOnMain(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COALESCE(MAX(version), 0) FROM rule_set WHERE branch = ?")) {
            select.setString(1, RuleBranches.MAIN.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// 0 before its first save, and where there is no such branch.
    static int head(Connection connection, VersionName branch) throws SQLException {
        return all(connection).find(branch).map(RuleBranch::head).orElse(0);
    }

    static void moveHead(Connection connection, RuleSet saved) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE rule_branch SET head = ? WHERE name = ?")) {
            update.setInt(1, saved.version());
            update.setString(2, saved.origin().branch().value());
            if (update.executeUpdate() == 0) {
                insert(connection, new RuleBranch(saved.origin().branch(), saved.version()));
            }
        }
    }

    static void add(Connection connection, RuleBranch branch) throws SQLException {
        requireFree(connection, branch.name());
        insert(connection, branch);
    }

    private static void requireFree(Connection connection, VersionName name) throws SQLException {
        if (all(connection).find(name).isPresent()) {
            throw ProblemException.of(
                    "rules.branch-exists",
                    "There is a branch " + name + " already.",
                    "Choose another name, or switch to that branch.");
        }
    }

    static void rename(Connection connection, VersionName from, VersionName to) throws SQLException {
        requireFree(connection, to);
        for (String statement : List.of(
                "UPDATE rule_branch SET name = ? WHERE name = ?", "UPDATE rule_set SET branch = ? WHERE branch = ?")) {
            try (PreparedStatement update = connection.prepareStatement(statement)) {
                update.setString(1, to.value());
                update.setString(2, from.value());
                update.executeUpdate();
            }
        }
    }

    static void remove(Connection connection, VersionName branch) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rule_branch WHERE name = ?")) {
            delete.setString(1, branch.value());
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, RuleBranch branch) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO rule_branch (name, head, chosen) VALUES (?, ?, FALSE)")) {
            insert.setString(1, branch.name().value());
            insert.setInt(2, branch.head());
            insert.executeUpdate();
        }
    }

    static void choose(Connection connection, VersionName branch) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE rule_branch SET chosen = (name = ?)")) {
            update.setString(1, branch.value());
            update.executeUpdate();
        }
    }
}
