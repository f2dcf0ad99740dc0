package app.attune.export.store;

import app.attune.core.sql.Database;
import app.attune.export.ExportLog;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The exports of a workspace as rows.
public final class H2ExportLog implements ExportLog {
    private final Database database;

    public H2ExportLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Entry> entries() {
        return database.read(connection -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT exported_at, folder, hash, rule_set_version, vectors FROM exported_bundle"
                                    + " ORDER BY number DESC");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            Instant.ofEpochMilli(rows.getLong(1)),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getInt(4),
                            rows.getInt(5)));
                }
            }
            return entries;
        });
    }

    @Override
    public void add(Entry entry) {
        database.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO exported_bundle (number, exported_at, folder, hash, rule_set_version, vectors)"
                            + " SELECT COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ? FROM exported_bundle")) {
                insert.setLong(1, entry.at().toEpochMilli());
                insert.setString(2, entry.folder());
                insert.setString(3, entry.hash());
                insert.setInt(4, entry.ruleSetVersion());
                insert.setInt(5, entry.vectors());
                insert.executeUpdate();
            }
        });
    }
}
