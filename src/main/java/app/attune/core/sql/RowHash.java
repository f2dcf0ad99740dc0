package app.attune.core.sql;

import app.attune.core.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
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

    static long of(String table, @Nullable Object[] values) throws SQLException {
        RowHash hash = new RowHash(table);
        for (Object value : values) {
            hash.add(value);
        }
        return ByteBuffer.wrap(hash.digest.digest()).getLong();
    }

    private void add(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> digest.update((byte) 0);
            case byte[] bytes -> text("bytes " + bytes.length);
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
