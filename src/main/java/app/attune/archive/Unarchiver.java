package app.attune.archive;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.sql.Database;
import app.attune.core.sql.TableSum;
import app.attune.core.workspace.Origin;
import app.attune.core.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Makes a workspace of an archive: the same rows in a store made here, or nothing at all.
public final class Unarchiver {
    private final Function<Database, TableStore> stores;
    private final Clock clock;

    /// @param stores the tables of a store
    public Unarchiver(Function<Database, TableStore> stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /// @param folder a new or empty one
    /// @param check  looks at the finished workspace in the folder it is given; if it throws, there is none
    /// @throws ProblemException `archive.unreadable`, `archive.newer`, `archive.unsafe`, `archive.damaged`,
    ///     `archive.bad-row`, `workspace.folder-not-empty` and others of a new workspace
    public void unarchive(Path file, Path folder, Consumer<Path> check, Progress progress) {
        Path target = folder.toAbsolutePath().normalize();
        Workspace.requireFree(target);
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            Path part = target.resolveSibling("." + target.getFileName() + ".part");
            requireRoom(archive, part);
            archive.verify(progress);
            try {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                delete(part);
                make(archive, part, progress);
                check.accept(part);
                Files.deleteIfExists(target);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(part);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private void make(ArchiveReader archive, Path part, Progress progress) throws IOException {
        ArchiveManifest manifest = archive.manifest();
        Origin origin = new Origin(
                manifest.workspace().name(),
                manifest.workspace().created(),
                manifest.workspace().settings(),
                manifest.storeStep(),
                database -> fill(archive, stores.apply(database), progress));
        Workspace.make(part, origin, clock);
        for (ArchiveManifest.Entry entry : manifest.entries()) {
            if (ArchiveNames.isModelFile(entry.path())) {
                Path to = part.resolve(entry.path()).normalize();
                if (!to.startsWith(part.resolve("models"))) {
                    throw archive.damaged(entry.path() + " would be written elsewhere");
                }
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                try (InputStream in = archive.stream(entry.path())) {
                    Files.copy(in, to);
                }
            }
        }
    }

    private static void fill(ArchiveReader archive, TableStore store, Progress progress) {
        SortedMap<String, ArchiveManifest.Table> tables = archive.manifest().tablesByName();
        List<String> names = store.names();
        if (!List.copyOf(tables.keySet()).equals(names)
                || tables.size() != archive.manifest().tables().size()) {
            throw archive.damaged("its tables are not those of step " + store.step() + " of the store");
        }
        for (String name : names) {
            progress.report("Making " + name, names.indexOf(name), names.size());
            try (InputStream in = archive.stream(ArchiveManifest.entryOf(name))) {
                Lines lines = new Lines(in, what -> archive.damaged(ArchiveManifest.entryOf(name) + ", " + what));
                store.fill(name, lines, progress);
            } catch (IOException e) {
                throw archive.damaged(ArchiveManifest.entryOf(name) + " cannot be unpacked (" + e.getMessage() + ")");
            }
        }
        store.sums().forEach((name, sum) -> requireSame(archive, Objects.requireNonNull(tables.get(name)), sum));
    }

    private static void requireSame(ArchiveReader archive, ArchiveManifest.Table table, TableSum found) {
        boolean isSame = found.rows() == table.rows()
                && HexFormat.of().toHexDigits(found.total()).equals(table.sum());
        if (!isSame) {
            throw archive.damaged("the " + found.rows() + " rows of " + table.name()
                    + " do not come to the sum of the manifest, which is of " + table.rows() + " rows");
        }
    }

    private static void requireRoom(ArchiveReader archive, Path part) throws IOException {
        long needed = 2 * archive.bytes();
        Path there = Objects.requireNonNull(part.getParent());
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent());
        }
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < needed) {
            throw ProblemException.of(
                    "workspace.disk-space",
                    String.format(
                            Locale.ROOT,
                            "The archive needs about %,d MB in %s, where %,d MB are free.",
                            1 + (needed >> 20),
                            part.getParent(),
                            free >> 20),
                    "Free some space, or choose another disk.");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static ProblemException unwritable(Path target, IOException cause) {
        return new ProblemException(
                new Problem(
                        "archive.folder-unwritable",
                        "The workspace cannot be made in " + target + " (" + cause.getMessage() + ").",
                        "Choose a folder that you may write in, on a disk with space."),
                cause);
    }
}
