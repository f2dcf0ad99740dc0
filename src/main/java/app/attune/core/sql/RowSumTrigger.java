package app.attune.core.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;
import org.jspecify.annotations.Nullable;

/// Keeps the sum of one table up to date, within the transaction and the statement that change its rows.
///
/// Public because H2 makes it by its name.
public final class RowSumTrigger extends TriggerAdapter {
    private static final String CHANGE = """
            UPDATE table_sum SET row_count = row_count + ?, total = BITXOR(total, CAST(? AS BIGINT)), changes = changes + 1
            WHERE name = ?
            """;

    // The class has no annotations: the old row of an insert and the new one of a delete are null.
    @Override
    public void fire(Connection connection, @Nullable ResultSet before, @Nullable ResultSet after) throws SQLException {
        long change = (before == null ? 0 : RowHash.of(tableName, before))
                ^ (after == null ? 0 : RowHash.of(tableName, after));
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setInt(1, (after == null ? 0 : 1) - (before == null ? 0 : 1));
            update.setLong(2, change);
            update.setString(3, tableName);
            update.executeUpdate();
        }
    }
}
