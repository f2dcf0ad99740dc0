package app.attune.core.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// Keeps the sum of one table up to date, within the transaction and the statement that change its rows.
///
/// Public because H2 makes it by its name.
public final class RowSumTrigger implements Trigger {
    private static final String CHANGE = """
            UPDATE table_sum SET row_count = row_count + ?, total = BITXOR(total, CAST(? AS BIGINT)), changes = changes + 1
            WHERE name = ?
            """;

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    // The interface has no annotations: the old row of an insert and the new one of a delete are null.
    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        long change = (before == null ? 0 : RowHash.of(table, before)) ^ (after == null ? 0 : RowHash.of(table, after));
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setInt(1, (after == null ? 0 : 1) - (before == null ? 0 : 1));
            update.setLong(2, change);
            update.setString(3, table);
            update.executeUpdate();
        }
    }
}
