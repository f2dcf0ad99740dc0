package app.attune.core.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells the process that holds a workspace that somebody tried to open it: a file in the folder, and no open port.
final class Doorbell implements AutoCloseable {
    private static final String NAME = "workspace.asked";
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Path file;
    private final Runnable answer;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("doorbell").factory());
    private Optional<Future<?>> looks = Optional.empty();

    private Doorbell(Path file, Runnable answer) {
        this.file = file;
        this.answer = answer;
    }

    /// @param answer run on a thread of its own whenever somebody rings
    static Doorbell hang(Path folder, Runnable answer) {
        Doorbell bell = new Doorbell(folder.resolve(NAME), answer);
        bell.isRung();
        bell.looks = Optional.of(bell.looking.scheduleWithFixedDelay(
                bell::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        return bell;
    }

    /// Rings at the folder's holder, if it listens.
    static void ring(Path folder) {
        try {
            Files.createFile(folder.resolve(NAME));
        } catch (IOException e) {
            // It rings already, or the holder is not told; whoever rang is told that it has the workspace.
        }
    }

    private void look() {
        if (isRung()) {
            answer.run();
        }
    }

    private boolean isRung() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        looks.ifPresent(look -> look.cancel(false));
        looking.shutdownNow();
    }
}
