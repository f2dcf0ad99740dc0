package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Holds a workspace for this process; says which process holds it when that is another one.
final class WorkspaceLock implements AutoCloseable {
    private static final String NAME = "workspace.lock";

    /// Beyond the text, so that others can read who holds it where locks are mandatory.
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws ProblemException `workspace.locked` naming the folder and the holder
    static WorkspaceLock take(Path folder, Clock clock) {
        Path file = folder.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!holds(channel)) {
                channel.close();
                throw locked(folder, file);
            }
            channel.truncate(0);
            String holder = "process " + ProcessHandle.current().pid() + " since "
                    + clock.instant().truncatedTo(ChronoUnit.SECONDS);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new WorkspaceLock(channel);
        } catch (IOException e) {
            throw Durable.failed(file, e);
        }
    }

    private static boolean holds(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static ProblemException locked(Path folder, Path file) throws IOException {
        String holder = Files.readString(file).strip();
        String own = "process " + ProcessHandle.current().pid() + " ";
        String who = holder.startsWith(own) ? "this window" : holder.isEmpty() ? "another process" : holder;
        return new ProblemException(new Problem(
                "workspace.locked",
                "The workspace is already open: " + folder + " (held by " + who + ").",
                "Use the window that has it, or close it there first. To only look, make a copy meanwhile:"
                        + " attune backup WORKSPACE --restore newest --to FOLDER."));
    }

    /// Lets go. The file stays: removing it could take it from the next holder.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
