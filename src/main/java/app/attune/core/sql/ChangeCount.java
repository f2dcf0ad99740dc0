package app.attune.core.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/// How many changes the store has acknowledged, in a small file beside it: a store that knows of fewer went back to an
/// earlier state, whole as it may look.
///
/// The file holds the count and its complement, so a count that was not written whole is no count.
public final class ChangeCount implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer record = ByteBuffer.allocateDirect(2 * Long.BYTES);

    private ChangeCount(FileChannel channel) {
        this.channel = channel;
    }

    static ChangeCount into(Path file) {
        try {
            return new ChangeCount(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was acknowledged last according to `file`; empty if it is missing or cannot be read.
    public static OptionalLong acknowledged(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() != 2 * Long.BYTES) {
                return OptionalLong.empty();
            }
            long count = bytes.getLong();
            return bytes.getLong() == ~count ? OptionalLong.of(count) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /// What the store itself knows of.
    public static long in(Database database) {
        return database.read(ChangeCount::in);
    }

    static long in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(SUM(changes), 0) FROM table_sum")) {
            row.next();
            return row.getLong(1);
        }
    }

    void acknowledge(long count) {
        record.clear().putLong(count).putLong(~count).flip();
        try {
            channel.write(record, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
