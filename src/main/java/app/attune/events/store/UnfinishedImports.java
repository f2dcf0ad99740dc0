package app.attune.events.store;

import app.attune.core.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// What is left of imports that were cancelled or killed: removed before anybody sees it.
final class UnfinishedImports {
    private static final List<String> DELETES =
            List.of("""
            DELETE FROM chunk_column AS c WHERE NOT EXISTS
                (SELECT 1 FROM import_run AS r WHERE r.id = c.import_id AND r.state = 'DONE')
            """, """
            DELETE FROM chunk_ledger AS c WHERE NOT EXISTS
                (SELECT 1 FROM import_run AS r WHERE r.id = c.import_id AND r.state = 'DONE')
            """, """
            DELETE FROM dictionary_piece AS c WHERE NOT EXISTS
                (SELECT 1 FROM import_run AS r WHERE r.id = c.import_id AND r.state = 'DONE')
            """, """
            DELETE FROM rejection_piece AS c WHERE NOT EXISTS
                (SELECT 1 FROM import_run AS r WHERE r.id = c.import_id AND r.state = 'DONE')
            """, """
            DELETE FROM kept_column AS c WHERE NOT EXISTS
                (SELECT 1 FROM import_run AS r WHERE r.id = c.import_id AND r.state = 'DONE')
            """, "DELETE FROM import_run WHERE state <> 'DONE'", """
            DELETE FROM chunk_column AS c WHERE NOT EXISTS
                (SELECT 1 FROM chunk_ledger AS l
                 WHERE l.import_id = c.import_id AND l.row_kind = c.row_kind AND l.chunk_no = c.chunk_no)
            """);

    private static final String ANY = """
            SELECT EXISTS (SELECT 1 FROM import_run WHERE state <> 'DONE')
                OR EXISTS (SELECT import_id FROM chunk_column EXCEPT SELECT id FROM import_run)
                OR EXISTS (SELECT import_id, row_kind, chunk_no FROM chunk_column
                           EXCEPT SELECT import_id, row_kind, chunk_no FROM chunk_ledger)
            """;

    private UnfinishedImports() {}

    /// As [#delete], where there is anything; a store that is whole is not written to.
    static void deleteIfAny(Database database) {
        if (database.read(UnfinishedImports::isAny)) {
            delete(database);
        }
    }

    private static boolean isAny(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ANY);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /// Deletes everything of imports that are not done, and columns of chunks that the ledger does not know.
    static void delete(Database database) {
        database.execute(UnfinishedImports::delete);
        database.checkpointSync();
    }

    private static void delete(Connection connection) throws SQLException {
        for (String sql : DELETES) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.executeUpdate();
            }
        }
    }
}
