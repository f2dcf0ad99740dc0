package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A database's own files of the target sql: fills the table, asks, and empties it again.
final class SqlTables {
    private static final int AT_ONCE = 2000;

    private final Connection database;
    private final boolean hasZeroLetter;
    private final String create;
    private final String select;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, String> flags = new LinkedHashMap<>();

    SqlTables(Path folder, String dialect, Connection database) throws IOException {
        this.database = database;
        hasZeroLetter = !dialect.equals("postgres");
        create = Files.readString(folder.resolve(dialect + "-table.sql"));
        select = Files.readString(folder.resolve(dialect + "-flags.sql"));
        for (JsonNode field :
                Lines.JSON.readTree(Files.readString(folder.resolve("context.json"))).path("fields")) {
            kinds.put(field.path("column").asText(), field.path("kind").asText());
        }
        Lines.JSON.readTree(Files.readString(folder.resolve("flags.json")))
                .path("columns")
                .properties()
                .forEach(entry -> flags.put(entry.getKey(), entry.getValue().asText()));
    }

    /// @param end what is to be done before the last answers are given: whoever has them all waits for nothing more
    void answer(Lines lines, Runnable end) throws IOException, SQLException {
        ObjectNode[] last;
        try (Statement statement = database.createStatement()) {
            statement.execute(create);
        }
        String marks = "?" + ", ?".repeat(kinds.size());
        String insert = "INSERT INTO attune_profile (user_id" + (kinds.isEmpty() ? "" : ", ")
                + String.join(", ", kinds.keySet()) + ") VALUES (" + marks + ")";
        try (PreparedStatement inserting = database.prepareStatement(insert);
                PreparedStatement asking = database.prepareStatement(select);
                Statement emptying = database.createStatement();
                BufferedReader in = Lines.input()) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (rows.size() == AT_ONCE) {
                    write(lines, answers(rows, inserting, asking));
                    emptying.execute("DELETE FROM attune_profile");
                    rows.clear();
                }
                rows.add(Lines.JSON.readTree(line));
            }
            last = answers(rows, inserting, asking);
        }
        end.run();
        write(lines, last);
        lines.flush();
    }

    private static void write(Lines lines, ObjectNode[] answers) {
        for (ObjectNode answer : answers) {
            lines.write(answer == null ? Lines.JSON.createObjectNode().put("error", "no row") : answer);
        }
    }

    private ObjectNode[] answers(List<JsonNode> rows, PreparedStatement inserting, PreparedStatement asking)
            throws SQLException {
        ObjectNode[] answers = new ObjectNode[rows.size()];
        for (int i = 0; i < answers.length; i++) {
            insert(i, rows.get(i), inserting);
            inserting.addBatch();
        }
        inserting.executeBatch();
        try (ResultSet result = asking.executeQuery()) {
            while (result.next()) {
                ObjectNode answer = Lines.JSON.createObjectNode();
                for (Map.Entry<String, String> flag : flags.entrySet()) {
                    answer.put(flag.getValue(), result.getString(flag.getKey()));
                }
                answers[Integer.parseInt(result.getString("user_id"))] = answer;
            }
        }
        return answers;
    }

    private void insert(int row, JsonNode context, PreparedStatement inserting) throws SQLException {
        inserting.setString(1, Integer.toString(row));
        int at = 2;
        for (Map.Entry<String, String> column : kinds.entrySet()) {
            JsonNode value = context.path(column.getKey());
            switch (column.getValue()) {
                case "number" -> {
                    if (value.isNumber()) {
                        inserting.setDouble(at, value.doubleValue());
                    } else {
                        inserting.setNull(at, Types.DOUBLE);
                    }
                }
                case "date" -> {
                    if (value.isNumber()) {
                        inserting.setLong(at, value.longValue());
                    } else {
                        inserting.setNull(at, Types.BIGINT);
                    }
                }
                default -> {
                    if (value.isTextual()) {
                        inserting.setString(at, Lines.whole(value.textValue(), hasZeroLetter));
                    } else {
                        inserting.setNull(at, Types.VARCHAR);
                    }
                }
            }
            at++;
        }
    }
}
