package app.attune.rules.store;

import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.rules.DecisionTest;
import app.attune.rules.DecisionTestJson;
import app.attune.rules.RuleTestStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/// One row per test, as JSON.
public final class H2RuleTestStore implements RuleTestStore {
    private final Database database;

    public H2RuleTestStore(Database database) {
        this.database = database;
    }

    @Override
    public List<DecisionTest> tests() {
        return database.read(connection -> {
            List<DecisionTest> tests = new ArrayList<>();
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT name, test FROM rule_test ORDER BY place");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tests.addAll(DecisionTestJson.read(rows.getString(2), "the test " + rows.getString(1)));
                }
            }
            return tests;
        });
    }

    @Override
    public void replace(List<DecisionTest> tests) {
        database.execute(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rule_test")) {
                delete.executeUpdate();
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO rule_test (place, name, test) VALUES (?, ?, ?)")) {
                for (int i = 0; i < tests.size(); i++) {
                    insert.setInt(1, i + 1);
                    insert.setString(2, tests.get(i).name());
                    insert.setString(3, Json.write(DecisionTestJson.write(List.of(tests.get(i)))));
                    insert.executeUpdate();
                }
            }
        });
    }
}
