package app.attune.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.core.sql.FullDisk;
import app.attune.events.EventsFixture;
import app.attune.events.FrameCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that runs full in the middle of edits and imports costs nothing that was acknowledged.
class DiskFullTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int ROUNDS = 4;
    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    private int edits;
    private int lost;

    @Test
    void acknowledgedEditsSurviveAFullDisk() throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            Path home = folder.resolve("edits" + round);
            Workspace.create(home, "Full", CLOCK).close();
            Set<String> acknowledged = new TreeSet<>();
            Database full = FullDisk.open(opening(home), round * 74_000L);
            full.countChangesIn(CrashCheck.countIn(home));
            assertDiskFull(assertThrows(ProblemException.class, () -> {
                for (int i = 0; i < 100_000; i++) {
                    Edits.add(full, "edit" + i, "\"" + "value ".repeat(i % 300) + "\"");
                    acknowledged.add("edit" + i);
                }
            }));
            closeAsFarAsPossible(full);
            edits += acknowledged.size();
            try (Workspace again = Workspace.open(home, CLOCK)) {
                Set<String> found = Edits.all(again.database()).keySet();
                lost += (int) acknowledged.stream()
                        .filter(name -> !found.contains(name))
                        .count();
                Edits.add(again.database(), "one more", "1");
            }
        }
        String figures = "disks full in mid edit " + ROUNDS + ", edits acknowledged " + edits + ", lost " + lost
                + ", workspaces that fail to reopen 0";
        Logger.getLogger("attune.figures").info(figures);
        assertTrue(edits > ROUNDS * 10, figures);
        assertEquals(0, lost, figures);
    }

    @Test
    void anImportOnAFullDiskIsNotThereAndWhatWasIs() throws IOException {
        Path first = file("first.csv", 500);
        Path second = file("second.csv", ROWS);
        for (int round = 0; round < ROUNDS; round++) {
            Path home = folder.resolve("import" + round);
            try (Workspace workspace = Workspace.create(home, "Full", CLOCK);
                    EventsFixture events = new EventsFixture(workspace.database(), FrameCache.none())) {
                assertEquals(500, events.importGuessed(first).accepted());
            }
            Database full = FullDisk.open(opening(home), 9_000L + round * 46_000L);
            full.countChangesIn(CrashCheck.countIn(home));
            EventsFixture broken = new EventsFixture(full, FrameCache.none());
            assertDiskFull(assertThrows(ProblemException.class, () -> broken.importGuessed(second)));
            closeAsFarAsPossible(full);
            try (Workspace again = Workspace.open(home, CLOCK);
                    EventsFixture events = new EventsFixture(again.database(), FrameCache.none())) {
                assertEquals(500, events.frame().eventCount());
                assertEquals(ROWS, events.importGuessed(second).accepted());
                assertEquals(500 + ROWS, events.frame().eventCount());
            }
        }
        Logger.getLogger("attune.figures")
                .info("disks full in mid import " + ROUNDS + ", half imports visible 0, acknowledged imports lost 0,"
                        + " workspaces that fail to reopen 0");
    }

    /// As opening does: from here on the store is not as it was sealed.
    private static Path opening(Path home) {
        StoreSeal.breakSeal(home);
        return home.resolve("store.mv.db");
    }

    private static void assertDiskFull(ProblemException thrown) {
        Problem problem = thrown.problem();
        assertEquals("store.disk-full", problem.code(), problem.toString());
        assertTrue(problem.message().matches(".*store\\.mv\\.db \\([0-9,]+ KB are free\\)\\."), problem.message());
        assertTrue(problem.remedy().startsWith("Free some space"), problem.remedy());
    }

    /// The store is dead; closing it may say so once more.
    private static void closeAsFarAsPossible(Database database) {
        try {
            database.close();
        } catch (ProblemException e) {
            assertTrue(e.problem().code().startsWith("store."), e.problem().toString());
        }
    }

    private Path file(String name, int rows) throws IOException {
        StringBuilder text = new StringBuilder("user_id,time,event,item_id,value\n");
        for (int i = 0; i < rows; i++) {
            text.append(name).append(i * 7919 % rows).append(",2026-01-01T00:00:00Z,view,i");
            text.append(i).append(',').append(i * 31 % 977).append('\n');
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }
}
