package app.attune.events.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.core.workspace.Workspace;
import app.attune.events.EventsFixture;
import app.attune.events.FrameCache;
import app.attune.events.ImportReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `-Dattune.kills=200` for the long run. An import whose process is killed is there as a whole or not at all, and
/// importing again adds what was missing.
class ImportKillTest {
    private static final int ROUNDS = Integer.getInteger("attune.kills", 20);
    private static final int FORGETS = Math.max(1, ROUNDS / 5);
    private static final int ROWS = 30_000;
    private static final long SEED = 4;

    @TempDir
    Path folder;

    @Test
    void aKilledImportIsThereAsAWholeOrNotAtAll() throws IOException, InterruptedException {
        Path first = file("first.csv", 1_000, "a");
        Path second = file("second.csv", ROWS, "b");
        SplittableRandom random = Seeds.stream(SEED, "kill");
        int before = 0;
        int half = 0;
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path home = folder.resolve("round" + round);
            try (Workspace workspace = Workspace.create(home, "Killed", EventsFixture.CLOCK);
                    EventsFixture events = in(workspace)) {
                assertEquals(1_000, events.importGuessed(first).accepted());
            }
            runAndKill(ImportChild.class, home, second.toString(), random.nextInt(0, 9));
            try (Workspace workspace = Workspace.open(home, EventsFixture.CLOCK);
                    EventsFixture events = in(workspace)) {
                int found = events.frame().eventCount();
                lost += found < 1_000 ? 1 : 0;
                half += found > 1_000 && found < 1_000 + ROWS ? 1 : 0;
                assertTrue(events.store.verify(Progress.none()).isEmpty());
                before += found == 1_000 ? 1 : 0;
                ImportReport again = events.importGuessed(second);
                assertEquals(found == 1_000 ? ROWS : 0, again.accepted());
                assertEquals(0, events.importGuessed(second).accepted());
                assertEquals(1_000 + ROWS, events.frame().eventCount());
            }
        }
        // A workspace that did not open would have ended the test.
        String figures = "imports killed " + ROUNDS + ", in mid import " + before + ", half imports visible " + half
                + ", acknowledged imports lost " + lost + ", workspaces that fail to reopen 0 (seed " + SEED + ")";
        Logger.getLogger("attune.figures").info(figures);
        assertTrue(before > 0, figures);
        assertEquals(0, half, figures);
        assertEquals(0, lost, figures);
    }

    @Test
    void aForgottenImportWhoseProcessIsKilledIsThereOrNeverWas() throws IOException, InterruptedException {
        Path first = file("first.csv", 1_000, "a");
        Path second = file("second.csv", ROWS, "b");
        Path home = folder.resolve("forgetting");
        SplittableRandom random = Seeds.stream(SEED, "forget");
        int there = 0;
        int between = 0;
        long forgotten = 1;
        try (Workspace workspace = Workspace.create(home, "Killed", EventsFixture.CLOCK);
                EventsFixture events = in(workspace)) {
            events.importGuessed(first);
            events.importGuessed(second);
        }
        for (int round = 0; round < FORGETS; round++) {
            runAndKill(ForgetChild.class, home, Long.toString(forgotten), random.nextInt(6, 13));
            try (Workspace workspace = Workspace.open(home, EventsFixture.CLOCK);
                    EventsFixture events = in(workspace)) {
                int found = events.frame().eventCount();
                int known = events.store.imports().size();
                boolean whole = found == 1_000 + ROWS && known == 2;
                boolean gone = found == ROWS && known == 1;
                there += whole ? 1 : 0;
                between += whole || gone ? 0 : 1;
                assertEquals(whole ? 6_000 : 5_000, events.people().size());
                assertTrue(events.store.verify(Progress.none()).isEmpty());
                forgotten = gone ? events.importGuessed(first).importId() : forgotten;
            }
        }
        String figures = "forgetting killed " + FORGETS + " times, import still whole " + there + ", neither " + between
                + " (seed " + SEED + ")";
        Logger.getLogger("attune.figures").info(figures);
        assertEquals(0, between, figures);
    }

    private static EventsFixture in(Workspace workspace) {
        return new EventsFixture(workspace.database(), FrameCache.none());
    }

    /// Starts a child, waits for so many signs of life, and kills it.
    private static void runAndKill(Class<?> main, Path home, String argument, int signs)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        home.toString(),
                        argument))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int seen = 0; seen <= signs; ) {
                String line = output.readLine();
                if (line == null) {
                    break;
                }
                seen += line.startsWith("progress") ? 1 : 0;
            }
        }
        child.destroyForcibly();
        assertTrue(child.waitFor(60, TimeUnit.SECONDS));
    }

    private Path file(String name, int rows, String prefix) throws IOException {
        StringBuilder text = new StringBuilder("user_id,time,event,item_id,value\n");
        for (int i = 0; i < rows; i++) {
            text.append(prefix)
                    .append(i % 5_000)
                    .append(",2026-01-01T00:00:00Z,view,i")
                    .append(i)
                    .append(",1\n");
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }
}
