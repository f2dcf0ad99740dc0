package app.attune.rules.store;

import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.rules.VersionName;
import app.attune.rules.versions.MarkStore;
import app.attune.rules.versions.RuleReview;
import app.attune.rules.versions.RuleTag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One row per tag and per word of a reviewer.
public final class H2MarkStore implements MarkStore {
    private final Database database;

    public H2MarkStore(Database database) {
        this.database = database;
    }

    @Override
    public List<RuleTag> tags() {
        return database.read(H2MarkStore::tags);
    }

    private static List<RuleTag> tags(Connection connection) throws SQLException {
        List<RuleTag> tags = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT name, version, author, tagged_at FROM rule_tag ORDER BY name");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tags.add(new RuleTag(
                        new VersionName(rows.getString(1)),
                        rows.getInt(2),
                        rows.getString(3),
                        Instant.ofEpochMilli(rows.getLong(4))));
            }
        }
        return tags;
    }

    @Override
    public void add(RuleTag tag) {
        database.execute(connection -> {
            for (RuleTag known : tags(connection)) {
                if (known.name().equals(tag.name())) {
                    throw ProblemException.of(
                            "rules.tag-exists",
                            "The tag " + tag.name() + " is on version " + known.version() + " already.",
                            "Choose another name, or take that tag away first.");
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO rule_tag (name, version, author, tagged_at) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, tag.name().value());
                insert.setInt(2, tag.version());
                insert.setString(3, tag.author());
                insert.setLong(4, tag.at().toEpochMilli());
                insert.executeUpdate();
            }
        });
    }

    @Override
    public void removeTag(VersionName name) {
        database.execute(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rule_tag WHERE name = ?")) {
                delete.setString(1, name.value());
                delete.executeUpdate();
            }
        });
    }

    @Override
    public List<RuleReview> reviews() {
        return database.read(connection -> {
            List<RuleReview> reviews = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT version, word, reviewer, remark, said_at FROM rule_review ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reviews.add(new RuleReview(
                            rows.getInt(1),
                            RuleReview.Word.valueOf(rows.getString(2)),
                            rows.getString(3),
                            rows.getString(4),
                            Instant.ofEpochMilli(rows.getLong(5))));
                }
            }
            return reviews;
        });
    }

    @Override
    public void add(RuleReview review) {
        database.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO rule_review (number, version, word, reviewer, remark, said_at)"
                            + " SELECT COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ? FROM rule_review")) {
                insert.setInt(1, review.version());
                insert.setString(2, review.word().name());
                insert.setString(3, review.reviewer());
                insert.setString(4, review.comment());
                insert.setLong(5, review.at().toEpochMilli());
                insert.executeUpdate();
            }
        });
    }
}
