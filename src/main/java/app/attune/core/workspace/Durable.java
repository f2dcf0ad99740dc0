package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Changes of files that are whole or not there at all, also after a crash.
final class Durable {
    private Durable() {}

    /// Replaces `file` by `text` in one step.
    static void write(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        guarded(file, () -> {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        });
        move(fresh, file);
    }

    /// Copies `from` to `to`, which appears only when it is complete.
    static void copy(Path from, Path to) {
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        try {
            guarded(to, () -> {
                Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            });
            move(fresh, to);
        } finally {
            delete(fresh);
        }
    }

    /// Puts `from` in the place of `to`.
    static void move(Path from, Path to) {
        guarded(to, () -> {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(to);
        });
    }

    static void delete(Path file) {
        guarded(file, () -> {
            if (Files.deleteIfExists(file)) {
                syncFolder(file);
            }
        });
    }

    static void makeFolder(Path folder) {
        guarded(folder, () -> Files.createDirectories(folder));
    }

    static ProblemException failed(Path file, IOException cause) {
        return new ProblemException(
                new Problem(
                        "workspace.file-failed",
                        "A file of the workspace could not be read or written: " + file + " (" + cause.getMessage()
                                + ").",
                        "Check that the disk is there, has space, and lets you write in this folder."),
                cause);
    }

    private static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void guarded(Path file, FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }
}
