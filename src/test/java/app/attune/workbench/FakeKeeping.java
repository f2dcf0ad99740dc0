package app.attune.workbench;

import app.attune.archive.CheckReport;
import app.attune.archive.Definition;
import app.attune.archive.KnownBackup;
import app.attune.archive.StoreContents;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.workspace.Backup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Backups, checks and archives that are only said to be.
final class FakeKeeping implements Keeping {
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean damaged;

    private static final StoreContents NOW = new StoreContents(
            412_330,
            15_002,
            3,
            6,
            5,
            List.of(
                    new Definition(Definition.Kind.SEGMENT, "vip", "VIP customers", 4),
                    new Definition(Definition.Kind.RULES, "", "", 7)));

    private final List<KnownBackup> backups = new ArrayList<>(List.of(
            backup("2026-11-14T10:42:00Z", 412_330, 5, 6),
            backup("2026-11-13T17:05:00Z", 398_001, 5, 5),
            unreadable("2026-11-12T09:00:00Z"),
            backup("2026-11-02T08:30:00Z", 120_000, 2, 1)));

    static KnownBackup backup(String madeAt, long events, int segments, int rules) {
        StoreContents held = new StoreContents(
                events,
                15_002,
                2,
                segments,
                rules,
                List.of(new Definition(Definition.Kind.SEGMENT, "vip", "VIP customers", 3)));
        return new KnownBackup(at(madeAt), Optional.of(held), Optional.empty());
    }

    private static KnownBackup unreadable(String madeAt) {
        return new KnownBackup(
                at(madeAt),
                Optional.empty(),
                Optional.of(new Problem("backup.unreadable", "The backup cannot be read.", "Choose another one.")));
    }

    private static Backup at(String madeAt) {
        return new Backup(
                Path.of("backup-" + madeAt),
                Instant.parse(madeAt),
                "1a2b3c4d",
                12_582_912,
                madeAt.contains("T10:") ? Backup.Maker.ANALYST : Backup.Maker.ATTUNE);
    }

    @Override
    public List<KnownBackup> backups(Progress progress) {
        return List.copyOf(backups);
    }

    @Override
    public String backUp() {
        backups.addFirst(backup("2026-11-14T11:00:00Z", 412_330, 6, 5));
        return backups.getFirst().backup().name();
    }

    @Override
    public void delete(Backup backup) {
        calls.add("delete " + backup.madeAt());
        backups.removeIf(known -> known.backup().equals(backup));
    }

    @Override
    public StoreContents contents() {
        return NOW;
    }

    @Override
    public CheckReport check(Progress progress) {
        List<Problem> problems = damaged
                ? List.of(new Problem(
                        "store.content-differs",
                        "The store does not hold what was saved: some of the 12 rows of table rule_set have changed.",
                        "Restore the newest backup from before."))
                : List.of();
        Optional<StoreContents> held = damaged ? Optional.empty() : Optional.of(NOW);
        return new CheckReport(17, 2_345, backups.size(), problems, held, Optional.empty());
    }

    @Override
    public int archive(Path file, Progress progress) {
        if (file.endsWith("full.zip")) {
            throw ProblemException.of("archive.unwritable", "The archive cannot be written.", "Choose another folder.");
        }
        calls.add("archive " + file.getFileName());
        return 23;
    }
}
