package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.core.sql.SchemaGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// An open workspace: a folder this process holds alone, and its store.
///
/// In the folder: `workspace.attune` (what it is), `store.mv.db` (definitions and events), `cache` (can be deleted),
/// `models`, `exports`, `backups` (copies of the store; [Retention] says which).
public final class Workspace implements AutoCloseable {
    static final List<String> PARTS = List.of("cache", "models", "exports", "backups");

    private final Path folder;
    private final WorkspaceLock lock;
    private final OpenedStore store;
    private volatile WorkspaceFile file;
    private Optional<Doorbell> doorbell = Optional.empty();
    private boolean closed;

    private Workspace(Path folder, WorkspaceLock lock, OpenedStore store, WorkspaceFile file) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
        this.file = file;
    }

    /// Makes a workspace in an empty or new folder and opens it.
    ///
    /// @throws ProblemException `workspace.bad-name`, `workspace.folder-not-empty`, `store.bad-path`
    public static Workspace create(Path folder, String name, Clock clock) {
        Path home = folder.toAbsolutePath().normalize();
        WorkspaceFile file = WorkspaceFile.named(name, clock.instant().toString());
        WorkspaceStore.requireUsable(home);
        requireEmpty(home);
        Durable.makeFolder(home);
        return holding(home, clock, lock -> {
            WorkspaceStore.make(home);
            PARTS.forEach(part -> Durable.makeFolder(home.resolve(part)));
            // Written last: a folder without it is no workspace.
            file.write(home);
            return new Workspace(home, lock, WorkspaceStore.open(home, clock), file);
        });
    }

    /// Makes a workspace in an empty or new folder with the content of another one; it is not open then. When that
    /// fails the folder is no workspace, and what is in it can be deleted.
    ///
    /// @throws ProblemException as [#create], `workspace.newer`, and what filling it throws
    public static void make(Path folder, Origin origin, Clock clock) {
        Path home = folder.toAbsolutePath().normalize();
        WorkspaceFile file = WorkspaceFile.of(origin);
        WorkspaceStore.requireUsable(home);
        requireEmpty(home);
        Durable.makeFolder(home);
        WorkspaceLock lock = WorkspaceLock.take(home, clock);
        try {
            WorkspaceStore.make(home, origin);
            PARTS.forEach(part -> Durable.makeFolder(home.resolve(part)));
            file.write(home);
        } finally {
            lock.close();
        }
    }

    /// @throws ProblemException `workspace.folder-not-empty` unless a workspace can be made in the folder
    public static void requireFree(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        WorkspaceStore.requireUsable(home);
        requireEmpty(home);
    }

    /// Opens the workspace in a folder, given the folder or its `workspace.attune`.
    ///
    /// @throws ProblemException `workspace.not-found`, `workspace.locked`, `workspace.newer`, `workspace.damaged`,
    ///     `workspace.foreign-schema` and others of the store; the files are then as they were
    public static Workspace open(Path folderOrFile, Clock clock) {
        Path home = folderOf(folderOrFile);
        WorkspaceFile.read(home);
        return holding(home, clock, lock -> {
            WorkspaceFile file = WorkspaceFile.read(home);
            OpenedStore store = WorkspaceStore.open(home, clock);
            WorkspaceFile current = file.atNewestStep();
            if (!current.equals(file)) {
                current.write(home);
            }
            return new Workspace(home, lock, store, current);
        });
    }

    /// The backups of the workspace in `folder`, newest first. They are made when the workspace is opened, before a
    /// restore, and on demand.
    public static List<Backup> backups(Path folder) {
        return Backups.of(folder.toAbsolutePath().normalize()).list();
    }

    /// The newest backup that is what it was when it was made. Reads whole files.
    public static Optional<Backup> newestWholeBackup(Path folder) {
        return Backups.of(folder.toAbsolutePath().normalize()).newestWhole();
    }

    /// Whether the backup is what it was when it was made. Reads all of it.
    public static boolean isWhole(Backup backup) {
        return StoreSeal.of(backup.file()).crc32c().equals(backup.crc32c());
    }

    /// Looks into a backup, whose content passes the gate first. Nothing in it changes.
    ///
    /// @throws ProblemException `workspace.foreign-schema`, `store.damaged`
    public static <T> T look(Backup backup, Function<Database, T> reader) {
        SchemaGate.bundled().check(backup.file());
        try (Database database = Database.openToLook(backup.file())) {
            return reader.apply(database);
        }
    }

    /// Makes a backup of what is saved now and compares it with the sums of its tables. It stays until it is deleted.
    ///
    /// @throws ProblemException `workspace.disk-space`, `store.content-differs`, `store.closed`
    public synchronized Backup backUp(Clock clock) {
        if (closed) {
            throw Database.closed(folder.toString());
        }
        return new LiveCopy(Backups.of(folder)).make(store.database(), clock);
    }

    /// Deletes a backup, which nothing else needs.
    public static void delete(Path folder, Backup backup) {
        Backups.of(folderOf(folder)).drop(backup);
    }

    /// Puts a backup in the place of the store of a closed workspace. The store that was there becomes a backup; one
    /// that is damaged stays beside.
    ///
    /// @return where the store that was there is now
    /// @throws ProblemException `workspace.locked`, `workspace.bad-backup`, `workspace.foreign-schema`
    public static Optional<Path> restore(Path folder, Path backup, Clock clock) {
        Path home = folderOf(folder);
        WorkspaceLock lock = WorkspaceLock.take(home, clock);
        try {
            return new Restoring(home, clock).restore(backup.toAbsolutePath().normalize());
        } finally {
            lock.close();
        }
    }

    /// Makes a workspace of a backup in the new or empty folder `target`; the workspace in `folder` stays as it is.
    ///
    /// @throws ProblemException `workspace.folder-not-empty`, `workspace.bad-backup`, `workspace.foreign-schema`
    public static void copy(Path folder, Path backup, Path target, Clock clock) {
        Path home = folderOf(folder);
        Path fresh = target.toAbsolutePath().normalize();
        WorkspaceStore.requireUsable(fresh);
        requireEmpty(fresh);
        Durable.makeFolder(fresh);
        WorkspaceLock lock = WorkspaceLock.take(fresh, clock);
        try {
            new Restoring(home, clock).copyInto(backup.toAbsolutePath().normalize(), fresh);
        } finally {
            lock.close();
        }
    }

    /// Asks the window that holds the workspace, if one does, to come to the front.
    public static void askHolder(Path folderOrFile) {
        Doorbell.ring(folderOf(folderOrFile));
    }

    /// Runs `answer`, on a thread of its own, whenever another process asks for this workspace.
    public synchronized void whenAskedFor(Runnable answer) {
        doorbell.ifPresent(Doorbell::close);
        doorbell = Optional.of(Doorbell.hang(folder, answer));
    }

    public Path folder() {
        return folder;
    }

    public String name() {
        return file.name();
    }

    /// What `workspace.attune` says now.
    public WorkspaceFile file() {
        return file;
    }

    /// Where everything the analyst made is kept. Closed with the workspace.
    public Database database() {
        return store.database();
    }

    /// What opening noticed and the analyst should know, such as a backup that could not be made.
    public List<Problem> findings() {
        return store.findings();
    }

    /// For what can be computed again.
    public Path cacheFolder() {
        return folder.resolve("cache");
    }

    public Path modelsFolder() {
        return folder.resolve("models");
    }

    public Path exportsFolder() {
        return folder.resolve("exports");
    }

    /// Replaces the settings in `workspace.attune`, on disk when this returns.
    public synchronized void saveSettings(Map<String, String> settings) {
        WorkspaceFile changed = file.with(settings);
        changed.write(folder);
        file = changed;
    }

    /// What is free on the disk of the folder.
    public long freeBytes() {
        return WorkspaceStore.freeBytes(folder);
    }

    /// Closes the store, seals it and lets the folder go. Closing twice does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        doorbell.ifPresent(Doorbell::close);
        try {
            store.database().close();
            StoreSeal.of(WorkspaceStore.fileIn(folder)).write(folder);
        } finally {
            lock.close();
        }
    }

    private static Workspace holding(Path home, Clock clock, Opening opening) {
        WorkspaceLock lock = WorkspaceLock.take(home, clock);
        boolean done = false;
        try {
            Workspace opened = opening.with(lock);
            done = true;
            return opened;
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private static Path folderOf(Path folderOrFile) {
        Path path = folderOrFile.toAbsolutePath().normalize();
        Path name = path.getFileName();
        boolean isDescription = name != null && name.toString().equals(WorkspaceFile.NAME);
        Path parent = path.getParent();
        Path home = isDescription && parent != null ? parent : path;
        WorkspaceStore.requireUsable(home);
        return home;
    }

    private static void requireEmpty(Path home) {
        try {
            if (Files.isDirectory(home)) {
                try (var entries = Files.list(home)) {
                    if (entries.findAny().isEmpty()) {
                        return;
                    }
                }
            } else if (!Files.exists(home)) {
                return;
            }
        } catch (IOException e) {
            throw Durable.failed(home, e);
        }
        throw ProblemException.of(
                "workspace.folder-not-empty",
                "A new workspace needs a folder of its own, and there is something in " + home + ".",
                Files.exists(home.resolve(WorkspaceFile.NAME))
                        ? "That folder is a workspace already: open it instead."
                        : "Choose a new or empty folder.");
    }

    @FunctionalInterface
    private interface Opening {
        Workspace with(WorkspaceLock lock);
    }
}
