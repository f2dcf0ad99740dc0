package app.attune.events.store;

import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.events.sessions.SessionRules;
import app.attune.events.sessions.SessionStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Optional;

/// Among the settings of the workspace, as JSON.
public final class H2SessionStore implements SessionStore {
    private static final String NAME = "sessions";

    private final Database database;

    public H2SessionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<SessionRules> read() {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT value_json FROM setting WHERE name = ?")) {
                select.setString(1, NAME);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(rules(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    private static SessionRules rules(String json) {
        JsonNode node = Json.read(json, "the setting of sessions");
        return new SessionRules(
                Duration.ofSeconds(node.path("gapSeconds").asLong()),
                SessionRules.Ids.valueOf(node.path("ids").asText()));
    }

    @Override
    public void write(SessionRules rules) {
        String json = Json.write(Json.mapper()
                .createObjectNode()
                .put("gapSeconds", rules.gap().toSeconds())
                .put("ids", rules.ids().name()));
        database.execute(connection -> {
            try (PreparedStatement merge =
                    connection.prepareStatement("MERGE INTO setting (name, value_json) KEY (name) VALUES (?, ?)")) {
                merge.setString(1, NAME);
                merge.setString(2, json);
                merge.executeUpdate();
            }
        });
    }
}
