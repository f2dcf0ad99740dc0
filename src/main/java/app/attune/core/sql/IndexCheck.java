package app.attune.core.sql;

import app.attune.core.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.result.SearchRow;
import org.h2.table.Column;
import org.h2.table.Table;

/// Compares every index with the rows of its table: a query through a damaged index would find other rows.
final class IndexCheck {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private IndexCheck() {}

    /// What is wrong with the first index that is not what its table says; empty if all are.
    static Optional<String> firstBroken(Connection connection, Progress progress) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        for (Table table : session.getDatabase().getAllTablesAndViews()) {
            Index rows = table.getScanIndex(session);
            for (Index index : table.getIndexes()) {
                if (index.getIndexType().isScan()) {
                    continue;
                }
                long wanted = sum(session, rows, index);
                progress.checkpoint();
                if (wanted != sum(session, index, index)) {
                    return Optional.of("an index of table " + table.getName().toLowerCase(Locale.ROOT)
                            + " does not match its rows");
                }
            }
        }
        return Optional.empty();
    }

    private static long sum(SessionLocal session, Index walked, Index keys) {
        long sum = 0;
        Cursor cursor = walked.find(session, null, null, false);
        while (cursor.next()) {
            SearchRow row = walked.getIndexType().isScan() ? cursor.get() : cursor.getSearchRow();
            long hash = row.getKey() * MIX;
            for (Column column : keys.getColumns()) {
                hash = (hash ^ row.getValue(column.getColumnId()).hashCode()) * MIX;
            }
            sum += hash ^ (hash >>> 29);
        }
        return sum;
    }
}
