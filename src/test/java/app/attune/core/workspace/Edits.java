package app.attune.core.workspace;

import app.attune.core.sql.Database;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;

/// Small edits of a workspace, one transaction each, that tests make and look for.
final class Edits {
    private Edits() {}

    static void add(Database database, String name, String value) {
        database.execute(connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO setting (name, value_json) VALUES (?, ?)")) {
                insert.setString(1, name);
                insert.setString(2, value);
                insert.executeUpdate();
            }
        });
    }

    static Map<String, String> all(Database database) {
        return database.read(connection -> {
            Map<String, String> found = new TreeMap<>();
            try (var select = connection.prepareStatement("SELECT name, value_json FROM setting");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        });
    }
}
