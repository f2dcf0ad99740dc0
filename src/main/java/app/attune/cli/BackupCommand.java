package app.attune.cli;

import app.attune.archive.BackupShelf;
import app.attune.archive.KnownBackup;
import app.attune.archive.RestorePreview;
import app.attune.archive.StoreContents;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.core.workspace.Backup;
import app.attune.core.workspace.Workspace;
import app.attune.core.workspace.WorkspaceFile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "backup",
        description = "Lists the backups of a workspace, makes one now, or restores one.",
        footer = {
            "",
            "A backup is made whenever a workspace is opened after a change, by any command, and before a restore. Of",
            "those the last five, one a day for a week and one a week for five weeks are kept; one made with --make stays",
            "until --delete. So newest may be the one that the last command made when it opened the workspace: name",
            "the one you mean. What a restore replaces is kept first.",
            "",
            "Examples:",
            "  attune backup shop",
            "  attune backup shop --make",
            "  attune backup shop --restore 20261114-104200 --dry-run",
            "  attune backup shop --restore 20261114-104200",
            "  attune backup shop --restore newest --to shop-of-november",
            "  attune backup shop --delete 20261114-104200-000-09561f6a"
        })
final class BackupCommand extends Command {
    private static final int[] WIDTHS = {32, 11, 8, 12, 10, 9, 10, 7};
    private static final String NEWEST = "newest";

    @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The workspace's folder.")
    @Nullable
    private Path folder;

    @ArgGroup
    private Wish wish = new Wish();

    @Option(names = "--to", paramLabel = "FOLDER", description = "For --restore: a workspace of its own, made there.")
    @Nullable
    private Path target;

    @Option(names = "--dry-run", description = "For --restore: say what would change, and change nothing.")
    private boolean dryRun;

    BackupCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// One of four.
    private static final class Wish {
        @SuppressWarnings("UnusedVariable") // picocli reads it so that it can be said; it is what happens anyway.
        @Option(names = "--list", description = "List them, newest first (if nothing else is asked for).")
        private boolean list;

        @Option(names = "--make", description = "Make one now.")
        private boolean make;

        @Option(names = "--restore", paramLabel = "NAME", description = "A name or its beginning, or newest.")
        @Nullable
        private String restore;

        @Option(names = "--delete", paramLabel = "NAME", description = "Delete one, by its whole name.")
        @Nullable
        private String delete;
    }

    @Override
    Report run() {
        requireSense();
        Path home = Words.given(folder, "WORKSPACE").toAbsolutePath().normalize();
        WorkspaceFile.read(home);
        BackupShelf shelf = Safekeeping.backups(home);
        if (wish.make) {
            return make(home);
        }
        if (wish.delete != null) {
            return delete(home, shelf.named(wish.delete));
        }
        String name = wish.restore;
        if (name == null) {
            return list(shelf);
        }
        Backup backup = name.equals(NEWEST) ? newest(shelf, home) : shelf.find(name);
        return dryRun ? preview(home, shelf, backup) : restore(home, shelf.look(backup));
    }

    private void requireSense() {
        boolean isForRestore = dryRun || target != null;
        if (isForRestore && wish.restore == null) {
            throw senseless("--to and --dry-run are for --restore only.");
        }
        if (dryRun && target != null) {
            throw senseless("--to makes a workspace, and --dry-run changes nothing.");
        }
    }

    private static ProblemException senseless(String why) {
        return ProblemException.of("cli.bad-option", why, "Correct what was typed; --help shows examples.");
    }

    private static Backup newest(BackupShelf shelf, Path home) {
        return shelf.newestWhole()
                .map(KnownBackup::backup)
                .orElseThrow(() -> ProblemException.of(
                        "backup.none",
                        "There is no whole backup in " + home + ".",
                        "Make a workspace and import the files again."));
    }

    private Report list(BackupShelf shelf) {
        List<String> lines = new ArrayList<>();
        ArrayNode json = Json.mapper().createArrayNode();
        lines.add(Words.columns(
                WIDTHS, "name", "made by", "MB", "events", "users", "imports", "segments", "rules", "models"));
        for (KnownBackup known : shelf.list(surroundings().progress())) {
            Backup backup = known.backup();
            ObjectNode node = json.addObject()
                    .put("name", backup.name())
                    .put("madeAt", backup.madeAt().toString())
                    .put("madeBy", maker(backup))
                    .put("bytes", backup.bytes());
            known.contents()
                    .ifPresent(held -> node.put("events", held.events())
                            .put("users", held.users())
                            .put("imports", held.imports())
                            .put("segments", held.segments())
                            .put("rules", held.rules())
                            .put("models", held.models()));
            lines.add(line(known));
        }
        return Report.of(lines.size() == 1 ? List.of("There is no backup yet.") : lines, json);
    }

    private static String line(KnownBackup known) {
        String megabytes =
                String.format(java.util.Locale.ROOT, "%,.1f", known.backup().bytes() / 1e6);
        String name = known.backup().name();
        return known.contents()
                .map(held -> Words.columns(
                        WIDTHS,
                        name,
                        maker(known.backup()),
                        megabytes,
                        Words.number(held.events()),
                        Words.number(held.users()),
                        held.imports(),
                        held.segments(),
                        held.rules(),
                        held.models()))
                .orElseGet(() -> Words.columns(WIDTHS, name, maker(known.backup()), megabytes, "cannot be read"));
    }

    private static String maker(Backup backup) {
        return backup.isByHand() ? "hand" : "Attune";
    }

    private static Report delete(Path home, Backup backup) {
        Workspace.delete(home, backup);
        return Report.of(
                List.of("Deleted the backup " + backup.name() + "."),
                Json.mapper().createObjectNode().put("name", backup.name()));
    }

    private Report make(Path home) {
        try (Services services = Services.open(home, surroundings().clock())) {
            services.workspace().findings().forEach(this::warn);
            Backup made = services.safekeeping().backUp();
            StoreContents held = services.safekeeping().contents();
            return Report.of(
                    List.of("Made the backup " + made.name() + " and compared it with the workspace: " + held.words()
                            + ". It stays until --delete."),
                    Json.mapper()
                            .createObjectNode()
                            .put("name", made.name())
                            .put("bytes", made.bytes())
                            .put("events", held.events()));
        }
    }

    /// A workspace that cannot be opened has nothing to compare with.
    private Report preview(Path home, BackupShelf shelf, Backup backup) {
        KnownBackup known = shelf.look(backup);
        StoreContents then = known.contents()
                .orElseThrow(() -> new ProblemException(known.problem().orElseThrow()));
        List<String> sentences = new RestorePreview(now(home), then).sentences();
        List<String> lines = new ArrayList<>(List.of("After restoring " + words(known) + ":"));
        sentences.forEach(sentence -> lines.add("  " + sentence));
        ObjectNode json = Json.mapper().createObjectNode().put("name", backup.name());
        sentences.forEach(json.putArray("differences")::add);
        return Report.of(lines, json);
    }

    private Optional<StoreContents> now(Path home) {
        try (Services services = Services.open(home, surroundings().clock())) {
            return Optional.of(services.safekeeping().contents());
        } catch (ProblemException e) {
            warn(e.problem());
            return Optional.empty();
        }
    }

    /// "20261114-104200-000-1a2b3c4d of 2026-11-14T10:42:00Z, made by hand (248 events, 12 users …)".
    private static String words(KnownBackup known) {
        Backup backup = known.backup();
        return backup.name() + " of " + backup.madeAt() + ", made " + (backup.isByHand() ? "by hand" : "by Attune")
                + known.contents().map(held -> " (" + held.words() + ")").orElse("");
    }

    private Report restore(Path home, KnownBackup known) {
        Backup backup = known.backup();
        ObjectNode json = Json.mapper().createObjectNode().put("name", backup.name());
        if (target != null) {
            Path fresh = target.toAbsolutePath().normalize();
            Workspace.copy(home, backup.file(), fresh, surroundings().clock());
            return Report.of(
                    List.of("Made a workspace of the backup " + words(known) + " in " + fresh + "."),
                    json.put("folder", fresh.toString()));
        }
        Optional<Path> kept =
                Workspace.restore(home, backup.file(), surroundings().clock());
        List<String> lines = new ArrayList<>(List.of("Restored the backup " + words(known) + "."));
        kept.ifPresent(path -> lines.add("What was there before is kept as " + home.relativize(path) + "."));
        kept.ifPresent(path -> json.put("kept", path.toString()));
        return Report.of(lines, json);
    }
}
