package app.attune.events.store;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Pieces of texts in the store, each with the CRC-32C of its bytes beside it: names of dictionaries, rows kept aside.
final class StoredTexts {
    private static final String NAMES = "SELECT crc, content FROM dictionary_piece";
    private static final String ROWS = "SELECT crc, content FROM rejection_piece";

    private StoredTexts() {}

    /// @throws ProblemException `events.damaged-texts` if the content is not what was stored
    static byte[] checked(byte[] content, long crc) {
        if (Checksums.of(content) != crc) {
            throw ProblemException.of(
                    "events.damaged-texts",
                    "Texts of the store are damaged, so its events can't be read.",
                    "Open the newest backup of the workspace, or import the files into a new one.");
        }
        return content;
    }

    /// Every piece that is not what was stored, counted by kind.
    static List<Problem> verify(Database database, Progress progress) {
        return database.read(
                connection -> {
                    List<Problem> damaged = new ArrayList<>();
                    add(damaged, "names of users, items and values", damaged(connection, NAMES, progress));
                    add(damaged, "rejected rows", damaged(connection, ROWS, progress));
                    return damaged;
                },
                progress);
    }

    private static void add(List<Problem> damaged, String what, long pieces) {
        if (pieces > 0) {
            damaged.add(new Problem(
                    "events.damaged-texts",
                    String.format(Locale.ROOT, "Damaged pieces of the store with %s: %,d.", what, pieces),
                    "Open the newest backup of the workspace, or import the files into a new one."));
        }
    }

    private static long damaged(Connection connection, String sql, Progress progress) throws SQLException {
        long damaged = 0;
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                progress.checkpoint();
                damaged += Checksums.of(rows.getBytes(2)) == rows.getLong(1) ? 0 : 1;
            }
        }
        return damaged;
    }
}
