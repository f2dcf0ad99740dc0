package app.attune.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `-Dattune.kills=200` for the long run. It kills processes; it does not cut the power.
class KillNineTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int ROUNDS = Integer.getInteger("attune.kills", 20);
    private static final long SEED = 7;

    @TempDir
    Path folder;

    @Test
    void acknowledgedEditsSurviveKill() throws Exception {
        Path home = folder.resolve("workspace");
        Workspace.create(home, "Killed often", CLOCK).close();
        SplittableRandom random = Seeds.stream(SEED, "kills");
        List<String> acknowledged = new ArrayList<>();
        int failures = 0;
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(editAndKill(home, "r" + round + "-", 1 + random.nextInt(300)));
            try (Workspace workspace = Workspace.open(home, CLOCK)) {
                var found = Edits.all(workspace.database()).keySet();
                lost += (int) acknowledged.stream()
                        .filter(name -> !found.contains(name))
                        .count();
            } catch (ProblemException e) {
                failures++;
            }
        }
        String figures = "kills " + ROUNDS + ", edits acknowledged " + acknowledged.size() + ", lost " + lost
                + ", workspaces that fail to reopen " + failures;
        Logger.getLogger("attune.figures").info(figures);
        assertTrue(acknowledged.size() >= ROUNDS, figures);
        assertEquals(0, lost, figures);
        assertEquals(0, failures, figures);
    }

    /// What the child had acknowledged when it died: every whole line, also those after the one that made us kill it.
    private static List<String> editAndKill(Path home, String prefix, int enough) throws IOException {
        Process child = ChildJvm.start(EditingChild.class, home.toString(), prefix);
        List<String> acknowledged = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (int c = out.read(); c >= 0; c = out.read()) {
                if (c == '\n') {
                    acknowledged.add(line.toString().strip());
                    line.setLength(0);
                    if (acknowledged.size() == enough) {
                        // By its handle: killing the process itself would close the stream we read.
                        child.toHandle().destroyForcibly();
                    }
                } else {
                    line.append((char) c);
                }
            }
        } finally {
            child.destroyForcibly();
        }
        child.onExit().join();
        assertTrue(acknowledged.size() >= enough, "the child ended by itself after " + acknowledged.size());
        return acknowledged;
    }
}
