package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.sql.ChangeCount;
import app.attune.core.sql.Database;
import app.attune.core.sql.TableSums;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Decides whether a store that nobody closed still holds everything that was saved, on a copy: recovery writes, and a
/// store that fails is left as it is.
final class CrashCheck {
    private static final String COPY = "store.check.mv.db";
    private static final String COUNT = "store.changes";
    private static final long MEGABYTE = 1L << 20;

    private final Path folder;

    CrashCheck(Path folder) {
        this.folder = folder;
    }

    /// Where the acknowledged changes of the workspace are counted.
    static Path countIn(Path folder) {
        return folder.resolve(COUNT);
    }

    /// @return the finding that says what was compared
    /// @throws ProblemException `workspace.damaged`, `workspace.disk-space`
    Problem check() {
        Path copy = folder.resolve(COPY);
        requireRoom();
        try {
            Durable.copy(WorkspaceStore.fileIn(folder), copy);
            return compare(copy);
        } finally {
            Durable.delete(copy);
        }
    }

    // A damaged page can make H2 throw anything, ask for any amount of memory, or recurse without end.
    @SuppressWarnings("CatchingUnchecked")
    private Problem compare(Path copy) {
        try (Database database = Database.open(copy)) {
            TableSums.verify(database);
            return requireNothingMissing(ChangeCount.in(database));
        } catch (ProblemException e) {
            throw e.problem().code().equals("workspace.damaged")
                    ? e
                    : damaged(e.problem().message().replace(copy.toString(), WorkspaceStore.FILE), e);
        } catch (RuntimeException | AssertionError | OutOfMemoryError | StackOverflowError e) {
            throw damaged("It cannot be read.", e);
        }
    }

    private Problem requireNothingMissing(long found) {
        OptionalLong acknowledged = ChangeCount.acknowledged(countIn(folder));
        if (acknowledged.isPresent() && found < acknowledged.getAsLong()) {
            throw damaged(
                    String.format(
                            Locale.ROOT,
                            "The last %,d changes that were saved are missing.",
                            acknowledged.getAsLong() - found),
                    null);
        }
        String compared = acknowledged.isPresent()
                ? "Everything that was saved is here."
                : "Its tables are whole; whether the last changes are missing cannot be told without the file " + COUNT
                        + ".";
        return new Problem(
                "workspace.recovered",
                "Attune stopped without closing this workspace. All its tables were checked. " + compared,
                "You can go on working. An import that was running has to be started again.");
    }

    private void requireRoom() {
        long needed = sizeOf(WorkspaceStore.fileIn(folder));
        long free = WorkspaceStore.freeBytes(folder);
        if (free < needed) {
            throw ProblemException.of(
                    "workspace.disk-space",
                    String.format(
                            Locale.ROOT,
                            "Attune stopped without closing this workspace, and checking it needs %,d MB of space in "
                                    + "%s, where %,d MB are free.",
                            1 + needed / MEGABYTE,
                            folder,
                            free / MEGABYTE),
                    "Free some space, then open it again. Nothing was changed.");
        }
    }

    private ProblemException damaged(String what, @Nullable Throwable cause) {
        Problem problem = new Problem(
                "workspace.damaged",
                "The store was damaged after Attune stopped without closing it: " + WorkspaceStore.fileIn(folder) + ". "
                        + what + " It was left as it is.",
                Backups.remedy(folder));
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (java.io.IOException e) {
            throw Durable.failed(file, e);
        }
    }
}
