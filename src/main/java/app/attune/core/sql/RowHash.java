package app.attune.core.sql;

import app.attune.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/// 64 bits of SHA-256 over a row: the same for the values a trigger sees and those a query gives.
///
/// Byte arrays count by their length: the tables that have one keep a CRC-32C of it in a column beside it, which is
/// compared whenever the bytes are read. Equal rows of two tables differ by the table's name.
final class RowHash {
    private final MessageDigest digest;

    RowHash(String table) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        text(table);
    }

    /// Of the row that `row` stands on.
    static long of(String table, ResultSet row) throws SQLException {
        RowHash hash = new RowHash(table);
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnType(i) == Types.VARBINARY) {
                hash.addLength(row.getBinaryStream(i));
            } else {
                hash.add(row.getObject(i));
            }
        }
        return ByteBuffer.wrap(hash.digest.digest()).getLong();
    }

    /// Of a stream over bytes in memory: all of them are available, and counting them copies none.
    private void addLength(@Nullable InputStream bytes) throws SQLException {
        try {
            if (bytes == null) {
                add(null);
            } else {
                length(bytes.available());
            }
        } catch (IOException e) {
            throw new SQLException("The length of a column cannot be told", e);
        }
    }

    private void add(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> digest.update((byte) 0);
            case byte[] bytes -> length(bytes.length);
            case Clob clob -> text(clob.getSubString(1, Math.toIntExact(clob.length())));
            case Blob blob -> bytes(blob.getBytes(1, Math.toIntExact(blob.length())));
            case Array array -> parts((Object[]) array.getArray());
            case Object other -> text(other.toString());
        }
    }

    private void parts(Object[] values) throws SQLException {
        text("array " + values.length);
        for (Object value : values) {
            add(value);
        }
    }

    private void length(int bytes) {
        text("bytes " + bytes);
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) {
        digest.update((byte) 1);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /// The problem of a store whose content is not what was saved.
    static Problem differs(String what) {
        return new Problem(
                "store.content-differs",
                "The store does not hold what was saved: " + what + ".",
                "Restore the newest backup from before: attune backup WORKSPACE --list, or Backups in the window.");
    }
}
