package app.attune.core.workspace;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Length and CRC32C of a store's file as it was when last closed: a store that changed since is damaged.
///
/// The seal is broken (its file removed) before the store is opened and made again after it is closed, so a store
/// left behind by a crash has none and is judged by H2's own recovery.
record StoreSeal(long length, String crc32c) {
    private static final String NAME = "store.seal";
    private static final int BUFFER = 1 << 20;

    /// Of the file as it is now. Reads all of it.
    static StoreSeal of(Path store) {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        long length = 0;
        try (FileChannel channel = FileChannel.open(store)) {
            for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer)) {
                length += read;
                crc.update(buffer.flip());
                buffer.clear();
            }
        } catch (IOException e) {
            throw Durable.failed(store, e);
        }
        return new StoreSeal(length, String.format(Locale.ROOT, "%08x", crc.getValue()));
    }

    static long lengthOf(Path store) {
        try {
            return Files.size(store);
        } catch (IOException e) {
            throw Durable.failed(store, e);
        }
    }

    /// What the folder's seal says; empty if the store was not closed, or the seal itself cannot be read.
    static Optional<StoreSeal> read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), StoreSeal.class, file.toString()))
                    : Optional.empty();
        } catch (IOException | ProblemException e) {
            return Optional.empty();
        }
    }

    static void breakSeal(Path folder) {
        Durable.delete(folder.resolve(NAME));
    }

    void write(Path folder) {
        Durable.write(folder.resolve(NAME), Json.writePretty(this));
    }
}
