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
            "A backup is made whenever a workspace is opened after a change, and before a restore. The last five, one a",
            "day for a week and one a week for five weeks are kept. What a restore replaces is kept first.",
            "",
            "Examples:",
            "  attune backup shop",
            "  attune backup shop --make",
            "  attune backup shop --restore 20261114-104200 --dry-run",
            "  attune backup shop --restore 20261114-104200",
            "  attune backup shop --restore newest --to shop-of-november"
        })
final class BackupCommand extends Command {
    private static final int[] WIDTHS = {30, 10, 12, 10, 8};
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

    /// One of three.
    private static final class Wish {
        @SuppressWarnings("UnusedVariable") // picocli reads it so that it can be said; it is what happens anyway.
        @Option(names = "--list", description = "List them, newest first (if nothing else is asked for).")
        private boolean list;

        @Option(names = "--make", description = "Make one now.")
        private boolean make;

        @Option(names = "--restore", paramLabel = "NAME", description = "A name or its beginning, or newest.")
        @Nullable
        private String restore;
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
        String name = wish.restore;
        if (name == null) {
            return list(shelf);
        }
        Backup backup = name.equals(NEWEST) ? newest(shelf, home) : shelf.find(name);
        return dryRun ? preview(home, shelf, backup) : restore(home, backup);
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
        lines.add(Words.columns(WIDTHS, "name", "MB", "events", "segments", "rules"));
        for (KnownBackup known : shelf.list(surroundings().progress())) {
            Backup backup = known.backup();
            ObjectNode node = json.addObject()
                    .put("name", backup.name())
                    .put("madeAt", backup.madeAt().toString())
                    .put("bytes", backup.bytes());
            known.contents()
                    .ifPresent(held -> node.put("events", held.events())
                            .put("imports", held.imports())
                            .put("segments", held.segments())
                            .put("rules", held.rules()));
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
                        WIDTHS, name, megabytes, Words.number(held.events()), held.segments(), held.rules()))
                .orElseGet(() -> Words.columns(WIDTHS, name, megabytes, "cannot be read"));
    }

    private Report make(Path home) {
        try (Services services = Services.open(home, surroundings().clock())) {
            services.workspace().findings().forEach(this::warn);
            Backup made = services.safekeeping().backUp();
            StoreContents held = services.safekeeping().contents();
            return Report.of(
                    List.of("Made the backup " + made.name() + " and compared it with the workspace: "
                            + Words.number(held.events()) + " events, " + held.segments() + " segments, " + held.rules()
                            + " rules."),
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
        List<String> lines = new ArrayList<>(List.of("After restoring " + backup.name() + ":"));
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

    private Report restore(Path home, Backup backup) {
        ObjectNode json = Json.mapper().createObjectNode().put("name", backup.name());
        if (target != null) {
            Path fresh = target.toAbsolutePath().normalize();
            Workspace.copy(home, backup.file(), fresh, surroundings().clock());
            return Report.of(
                    List.of("Made a workspace of the backup " + backup.name() + " in " + fresh + "."),
                    json.put("folder", fresh.toString()));
        }
        Optional<Path> kept =
                Workspace.restore(home, backup.file(), surroundings().clock());
        List<String> lines = new ArrayList<>(List.of("Restored the backup " + backup.name() + "."));
        kept.ifPresent(path -> lines.add("What was there before is kept as " + home.relativize(path) + "."));
        kept.ifPresent(path -> json.put("kept", path.toString()));
        return Report.of(lines, json);
    }
}
