package app.attune.export;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/// The SELECT for H2, asked about one user after another.
final class FlagsInH2 {
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement delete;
    private JsonNode asked = Json.mapper().nullNode();
    private Map<String, String> answer = Map.of();

    /// @param files  of the target
    /// @param select what is to be asked, perhaps not as it should be
    FlagsInH2(SortedMap<String, String> files, String select) {
        Json.read(files.getOrDefault("context.json", ""), "context")
                .path("fields")
                .forEach(field -> kinds.put(
                        field.path("column").asText(), field.path("kind").asText()));
        Json.read(files.getOrDefault("flags.json", ""), "flags")
                .path("columns")
                .properties()
                .forEach(entry -> columns.put(entry.getValue().asText(), entry.getKey()));
        try {
            Connection database = DriverManager.getConnection("jdbc:h2:mem:");
            try (Statement statement = database.createStatement()) {
                statement.execute(files.getOrDefault("h2-table.sql", ""));
            }
            String names = "user_id" + (kinds.isEmpty() ? "" : ", ") + String.join(", ", kinds.keySet());
            this.insert = database.prepareStatement(
                    "INSERT INTO attune_profile (" + names + ") VALUES ('u'" + ", ?".repeat(kinds.size()) + ")");
            this.select = database.prepareStatement(select);
            this.delete = database.prepareStatement("DELETE FROM attune_profile");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The arm of a flag, empty for none.
    String arm(String flag, JsonNode row) {
        if (!row.equals(asked)) {
            answer = ask(row);
            asked = row;
        }
        return answer.getOrDefault(flag, "");
    }

    private Map<String, String> ask(JsonNode row) {
        try {
            int at = 1;
            for (Map.Entry<String, String> column : kinds.entrySet()) {
                JsonNode value = row.path(column.getKey());
                Object given = value.isTextual() ? value.textValue() : value.isNumber() ? value.numberValue() : null;
                insert.setObject(at++, given);
            }
            delete.executeUpdate();
            insert.executeUpdate();
            Map<String, String> arms = new HashMap<>();
            try (ResultSet result = select.executeQuery()) {
                result.next();
                for (Map.Entry<String, String> column : columns.entrySet()) {
                    String arm = result.getString(column.getValue());
                    arms.put(column.getKey(), arm == null ? "" : arm);
                }
            }
            return arms;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
