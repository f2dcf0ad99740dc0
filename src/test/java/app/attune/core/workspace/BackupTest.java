package app.attune.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.sql.TableSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups: which are kept, that each is whole, and that a restore loses nothing.
class BackupTest {
    private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");
    private static final Clock CLOCK = at(0);

    @TempDir
    Path folder;

    private Path home = Path.of(".");

    @BeforeEach
    void makeAWorkspace() {
        home = folder.resolve("workspace");
        Workspace.create(home, "Mine", CLOCK).close();
    }

    private static Clock at(int minutes) {
        return Clock.fixed(START.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
    }

    private void edit(int minutes, String name) {
        try (Workspace workspace = Workspace.open(home, at(minutes))) {
            Edits.add(workspace.database(), name, "1");
        }
    }

    @Test
    void fiveLastOneADayForAWeekAndOneAWeekForFiveWeeksAreKept() {
        List<Backup> hourly = IntStream.range(0, 24 * 60)
                .mapToObj(hour -> backup(START.minus(Duration.ofHours(hour)), 10))
                .toList();
        List<Backup> kept = new ArrayList<>(hourly);
        kept.removeAll(Retention.dropped(hourly, START));
        assertEquals(
                List.of(
                        "20260601-10",
                        "20260601-09",
                        "20260601-08",
                        "20260601-07",
                        "20260601-06",
                        "20260531-23",
                        "20260530-23",
                        "20260529-23",
                        "20260528-23",
                        "20260527-23",
                        "20260526-23",
                        "20260524-23",
                        "20260517-23",
                        "20260510-23",
                        "20260503-23"),
                kept.stream().map(backup -> backup.name().substring(0, 11)).toList());
    }

    @Test
    void theLastTwoAreKeptHoweverLargeAndNoMoreThanFourGigabytes() {
        long large = 3L << 30;
        List<Backup> all = IntStream.range(0, 4)
                .mapToObj(hour -> backup(START.minus(Duration.ofHours(hour)), large))
                .toList();
        assertEquals(all.subList(2, 4), Retention.dropped(all, START));
    }

    private static Backup backup(Instant madeAt, long bytes) {
        return backup(madeAt, bytes, Backup.Maker.ATTUNE);
    }

    private static Backup backup(Instant madeAt, long bytes, Backup.Maker maker) {
        return new Backup(Path.of(Backup.fileName(madeAt, "00000000", maker)), madeAt, "00000000", bytes, maker);
    }

    @Test
    void thoseMadeByHandStayAndCountForNothing() {
        List<Backup> mixed = IntStream.range(0, 20)
                .mapToObj(minute -> backup(
                        START.minus(Duration.ofMinutes(minute)),
                        1L << 30,
                        minute % 2 == 0 ? Backup.Maker.ANALYST : Backup.Maker.ATTUNE))
                .toList();
        List<Backup> dropped = Retention.dropped(mixed, START);
        assertEquals(0, dropped.stream().filter(Backup::isByHand).count());
        assertEquals(6, dropped.size(), "of ten the program made four gigabytes stay");
    }

    @Test
    void openingMakesABackupUnlessNothingChanged() {
        edit(1, "one");
        edit(2, "two");
        Workspace.open(home, at(3)).close();
        Workspace.open(home, at(4)).close();
        Workspace.open(home, at(5)).close();
        List<String> times = Workspace.backups(home).stream()
                .map(backup -> backup.name().substring(9, 13))
                .toList();
        assertEquals(List.of("1003", "1002", "1000"), times);
    }

    @Test
    void backupMadeWhileTheWorkspaceIsOpenHoldsWhatIsSavedAndIsWhole() {
        try (Workspace workspace = Workspace.open(home, at(1))) {
            Edits.add(workspace.database(), "one", "1");
            Backup made = workspace.backUp(at(2));
            Edits.add(workspace.database(), "two", "2");
            assertEquals(made, Workspace.newestWholeBackup(home).orElseThrow());
            assertEquals(Map.of("one", "1"), Workspace.look(made, Edits::all));
            assertTrue(Workspace.look(made, TableSums::kept).toString().contains("setting=TableSum[rows=1,"));
            assertEquals(made, Workspace.newestWholeBackup(home).orElseThrow(), "looking changes nothing");
            assertEquals(Map.of("one", "1", "two", "2"), Edits.all(workspace.database()));
        }
        assertEquals(2, Workspace.backups(home).size(), "when made, and on demand");
        assertFalse(Files.exists(home.resolve("backups").resolve("making.zip")));
    }

    @Test
    void backupsMadeAtTheSameTimeAreAllWhole() throws Exception {
        Workspace workspace = Workspace.open(home, at(1));
        Edits.add(workspace.database(), "one", "1");
        Callable<Backup> work = () -> workspace.backUp(at(2));
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Backup> made : threads.invokeAll(List.of(work, work, work))) {
                assertTrue(Workspace.isWhole(made.get()));
                assertEquals(Map.of("one", "1"), Workspace.look(made.get(), Edits::all));
            }
        }
        assertEquals(4, Workspace.backups(home).size());
        workspace.close();
        ProblemException late = assertThrows(ProblemException.class, () -> workspace.backUp(at(3)));
        assertEquals("store.closed", late.problem().code());
    }

    @Test
    void countsOfBackupsUnderTheirFormerNameAreRemovedWithTheNextBackup() throws IOException {
        edit(1, "first");
        Path old = Files.writeString(home.resolve("backups").resolve("store-20261101-083000-000-0a1b2c3d.json"), "{}");
        edit(2, "second");
        assertFalse(Files.exists(old));
    }

    @Test
    void countsThatCannotBeRemovedDoNotMakeABackupFail() throws IOException {
        edit(1, "first");
        // A folder with something in it cannot be deleted.
        Path old = Files.createDirectory(home.resolve("backups").resolve("store-20261101-083000-000-0a1b2c3d.json"));
        Files.writeString(old.resolve("held"), "{}");
        try (Workspace workspace = Workspace.open(home, at(2))) {
            Edits.add(workspace.database(), "second", "2");
            Backup made = workspace.backUp(at(3));
            assertEquals(made, Workspace.backups(home).getFirst());
        }
        assertTrue(Files.exists(old));
    }

    @Test
    void aFileWithATimeThatIsNoneIsNoBackup() throws IOException {
        edit(1, "one");
        Files.writeString(home.resolve("backups").resolve("store-20261399-996161-000-00000000.mv.db"), "x");
        int before = Workspace.backups(home).size();
        edit(2, "two");
        assertEquals(before + 1, Workspace.backups(home).size());
    }

    @Test
    void aCopyThatFailsLeavesNothingBehind() throws IOException {
        // A folder instead of a file can be begun to be copied only.
        Path unreadable = Files.createDirectory(folder.resolve("unreadable"));
        assertThrows(ProblemException.class, () -> Durable.copy(unreadable, folder.resolve("copy")));
        assertFalse(Files.exists(folder.resolve("copy.new")));
    }

    @Test
    void askingForAWorkspaceFollowsNoLink() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(home.resolve("workspace.asked"), victim);
        Workspace.askHolder(home);
        assertEquals("precious", Files.readString(victim));
    }

    @Test
    void restoringTheOldestKeepsTheStoreThatWasThereAsABackup() {
        for (int i = 1; i <= 8; i++) {
            edit(i, "edit" + i);
        }
        Backup oldest = Workspace.backups(home).getLast();
        Map<String, String> then = Workspace.look(oldest, Edits::all);
        Optional<Path> kept = Workspace.restore(home, oldest.file(), at(60));
        Backup newest = Workspace.backups(home).getFirst();
        assertEquals(Optional.of(newest.file()), kept);
        assertEquals(8, Workspace.look(newest, Edits::all).size());
        try (Workspace workspace = Workspace.open(home, at(61))) {
            assertEquals(then, Edits.all(workspace.database()));
        }
        Workspace.restore(home, newest.file(), at(62));
        try (Workspace workspace = Workspace.open(home, at(63))) {
            assertEquals(8, Edits.all(workspace.database()).size());
        }
    }

    @Test
    void aCopyIsAWorkspaceOfItsOwnAndTheFirstStaysAsItIs() throws IOException {
        edit(1, "one");
        edit(2, "two");
        Files.createDirectories(home.resolve("models").resolve("popularity-1"));
        Files.writeString(home.resolve("models").resolve("popularity-1").resolve("model.json"), "{}");
        byte[] before = Files.readAllBytes(home.resolve("store.mv.db"));
        Backup backup = Workspace.backups(home).getFirst();
        Path target = folder.resolve("copy");
        Workspace.copy(home, backup.file(), target, at(9));
        try (Workspace copy = Workspace.open(target, at(10))) {
            assertEquals(Map.of("one", "1"), Edits.all(copy.database()));
            assertEquals("Mine, 2026-06-01 10:02", copy.name());
            assertEquals("{}", Files.readString(copy.modelsFolder().resolve("popularity-1/model.json")));
        }
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(home.resolve("store.mv.db"))));
        ProblemException taken =
                assertThrows(ProblemException.class, () -> Workspace.copy(home, backup.file(), target, at(11)));
        assertEquals("workspace.folder-not-empty", taken.problem().code());
    }

    @Test
    void aDamagedStoreIsToldWithTheNewestWholeBackup() throws IOException {
        edit(1, "one");
        edit(2, "two");
        edit(3, "three");
        List<Backup> backups = Workspace.backups(home);
        Files.writeString(backups.getFirst().file(), "broken");
        Files.writeString(home.resolve("store.mv.db"), "broken, too");
        ProblemException e = assertThrows(ProblemException.class, () -> Workspace.open(home, at(4)));
        assertEquals("workspace.damaged", e.problem().code());
        String second = backups.get(1).name();
        assertTrue(e.problem().remedy().contains(second), e.problem().remedy());
        Path aside = Workspace.restore(home, backups.get(1).file(), at(5)).orElseThrow();
        assertEquals("broken, too", Files.readString(aside));
        Workspace.open(home, at(6)).close();
    }
}
