package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.sql.ChangeCount;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.core.sql.SchemaGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a workspace's store comes to be open: checked, copied, brought up to date, in this order.
final class WorkspaceStore {
    static final String FILE = "store.mv.db";

    private WorkspaceStore() {}

    static Path fileIn(Path folder) {
        return folder.resolve(FILE);
    }

    /// @throws ProblemException `store.bad-path` if no store can be opened in a folder of this name
    static void requireUsable(Path folder) {
        Database.requireUsable(fileIn(folder));
    }

    /// Makes an empty store; it has its name only when it is complete.
    static void make(Path folder) {
        Path fresh = folder.resolve("store.new.mv.db");
        try (Database database = Database.open(fresh)) {
            Migrations.bundled().apply(database);
        }
        Durable.move(fresh, fileIn(folder));
        StoreSeal.of(fileIn(folder)).write(folder);
    }

    /// As [#make], with the content of another store, which may have been made by an earlier version.
    static void make(Path folder, Origin origin) {
        Path fresh = folder.resolve("store.new.mv.db");
        try (Database database = Database.open(fresh)) {
            Migrations.bundled().first(origin.storeStep()).apply(database);
            origin.content().accept(database);
            Migrations.bundled().apply(database);
        }
        Durable.move(fresh, fileIn(folder));
        StoreSeal.of(fileIn(folder)).write(folder);
    }

    static OpenedStore open(Path folder, Clock clock) {
        Path file = fileIn(folder);
        requireThere(folder, file);
        StoreSeal now = StoreSeal.of(file);
        boolean wasClosed = requireAsSealed(folder, now);
        SchemaGate.bundled().check(file);
        List<Problem> findings = new ArrayList<>();
        if (!wasClosed) {
            findings.add(new CrashCheck(folder).check());
        }
        OpeningBackup backup = new OpeningBackup(folder);
        findings.addAll(backup.tryToMake(now, clock));
        StoreSeal.breakSeal(folder);
        Database database = upToDate(folder);
        database.countChangesIn(CrashCheck.countIn(folder));
        backup.remember(ChangeCount.in(database));
        return new OpenedStore(database, findings);
    }

    static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw Durable.failed(folder, e);
        }
    }

    private static void requireThere(Path folder, Path file) {
        if (!Files.isRegularFile(file)) {
            throw ProblemException.of(
                    "workspace.store-missing",
                    "The workspace's store is missing: " + file + ".",
                    "Put the file back. " + Backups.remedy(folder));
        }
    }

    /// @return whether there is a seal: a store that a crash left behind has none
    private static boolean requireAsSealed(Path folder, StoreSeal now) {
        Optional<StoreSeal> sealed = StoreSeal.read(folder);
        if (sealed.isPresent() && !sealed.get().equals(now)) {
            throw ProblemException.of(
                    "workspace.damaged",
                    String.format(
                            Locale.ROOT,
                            "The store changed since it was last closed: %s had %,d bytes with checksum %s, and has "
                                    + "%,d bytes with checksum %s. It was left as it is.",
                            fileIn(folder),
                            sealed.get().length(),
                            sealed.get().crc32c(),
                            now.length(),
                            now.crc32c()),
                    Backups.remedy(folder));
        }
        return sealed.isPresent();
    }

    /// Steps are applied to a copy that then takes the store's place, so a crash leaves one or the other.
    private static Database upToDate(Path folder) {
        Migrations migrations = Migrations.bundled();
        Path file = fileIn(folder);
        Database database = Database.open(file);
        boolean isReady = false;
        try {
            isReady = migrations.countPending(database) == 0;
        } finally {
            if (!isReady) {
                database.close();
            }
        }
        return isReady ? database : migrated(folder, migrations);
    }

    private static Database migrated(Path folder, Migrations migrations) {
        Path file = fileIn(folder);
        Path copy = folder.resolve("store.new.mv.db");
        Durable.delete(copy);
        Durable.copy(file, copy);
        try (Database database = Database.open(copy)) {
            migrations.apply(database);
        }
        Durable.move(copy, file);
        return Database.open(file);
    }
}
