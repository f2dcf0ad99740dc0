package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The SELECT for H2, asked about one user after another or about many at once.
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
                    "INSERT INTO attune_profile (" + names + ") VALUES (?" + ", ?".repeat(kinds.size()) + ")");
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
        return ask(List.of(row)).getFirst();
    }

    /// The arms of every row by key of the flag, in the order of rows; all in one statement.
    List<Map<String, String>> ask(List<? extends JsonNode> rows) {
        try {
            delete.executeUpdate();
            for (int user = 0; user < rows.size(); user++) {
                insert.setString(1, String.valueOf(user));
                int at = 2;
                for (String column : kinds.keySet()) {
                    insert.setObject(at++, given(rows.get(user).path(column)));
                }
                insert.executeUpdate();
            }
            return answers(rows.size());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object given(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.isNumber() ? value.numberValue() : null;
    }

    private List<Map<String, String>> answers(int rows) throws SQLException {
        List<Map<String, String>> answers = new ArrayList<>(Collections.nCopies(rows, Map.of()));
        int answered = 0;
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Map<String, String> arms = new HashMap<>();
                for (Map.Entry<String, String> column : columns.entrySet()) {
                    String arm = result.getString(column.getValue());
                    arms.put(column.getKey(), arm == null ? "" : arm);
                }
                answers.set(Integer.parseInt(result.getString("user_id")), arms);
                answered++;
            }
        }
        assertEquals(rows, answered, "one row for each user");
        return answers;
    }
}
