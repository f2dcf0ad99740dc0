package app.attune.core.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `-Dattune.damages=2000` for the long run.
class CorruptWorkspaceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);
    private static final int CASES = Integer.getInteger("attune.damages", 60);
    private static final long SEED = 11;
    private static final Duration HANG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final SplittableRandom random = Seeds.stream(SEED, "damage");
    private Path home = Path.of(".");
    private byte[] whole = {};
    private byte[] crashed = {};
    private Map<String, String> edits = Map.of();

    @BeforeEach
    void makeAWorkspace() throws IOException {
        home = folder.resolve("workspace");
        try (Workspace workspace = Workspace.create(home, "Mine", CLOCK)) {
            for (int i = 0; i < 200; i++) {
                Edits.add(workspace.database(), "edit" + i, "\"" + "value".repeat(i % 30) + i + "\"");
            }
            edits = Edits.all(workspace.database());
            // What a kill leaves: the files as they are while the workspace is open.
            crashed = Files.readAllBytes(store());
        }
        whole = Files.readAllBytes(store());
    }

    @Test
    void damageAfterClosingIsNeverOpened() throws IOException {
        int opened = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = damaged(whole, i);
            Files.write(store(), damaged);
            Outcome outcome = assertTimeoutPreemptively(HANG, this::tryToOpen);
            opened += outcome == Outcome.REFUSED ? 0 : 1;
            assertArrayEquals(damaged, Files.readAllBytes(store()), "a refused store is left as it is");
        }
        report("closed workspaces damaged " + CASES + ", opened all the same " + opened);
        assertEquals(0, opened);
    }

    @Test
    void damageAfterACrashIsNeverOpenedWithOtherContent() throws IOException {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = damaged(crashed, i);
            Files.write(store(), damaged);
            Files.deleteIfExists(home.resolve("store.seal"));
            Outcome outcome = assertTimeoutPreemptively(HANG, this::tryToOpen);
            counts.merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.REFUSED) {
                assertArrayEquals(damaged, Files.readAllBytes(store()), "a refused store is left as it is");
            }
        }
        int wrong = counts.getOrDefault(Outcome.OTHER_CONTENT, 0);
        report("crashed workspaces damaged " + CASES + " " + counts + ", silently wrong " + wrong
                + ", hangs 0, stack traces 0 (seed " + SEED + ")");
        assertEquals(0, wrong);
        assertTrue(counts.getOrDefault(Outcome.REFUSED, 0) > 0, "no damage was found");
    }

    @Test
    void crashedWorkspaceThatIsWholeOpensAndSaysSo() throws IOException {
        Files.write(store(), crashed);
        Files.delete(home.resolve("store.seal"));
        try (Workspace workspace = Workspace.open(home, CLOCK)) {
            assertEquals(edits, Edits.all(workspace.database()));
            assertEquals(
                    List.of("workspace.recovered"),
                    workspace.findings().stream().map(Problem::code).toList());
        }
        Workspace.open(home, CLOCK).close();
    }

    @Test
    void storeThatWentBackToAnEarlierStateIsRefused() throws IOException {
        byte[] earlier = whole;
        byte[] count;
        try (Workspace workspace = Workspace.open(home, CLOCK)) {
            Edits.add(workspace.database(), "one", "1");
            Edits.add(workspace.database(), "two", "2");
            count = Files.readAllBytes(CrashCheck.countIn(home));
        }
        Files.delete(home.resolve("store.seal"));
        Files.write(store(), earlier);
        Files.write(CrashCheck.countIn(home), count);
        ProblemException e = assertThrows(ProblemException.class, () -> Workspace.open(home, CLOCK));
        assertEquals("workspace.damaged", e.problem().code());
        assertTrue(e.problem().message().contains("The last 2 changes that were saved are missing"), e.getMessage());
        assertTrue(e.problem().remedy().contains("--restore 2026"), e.problem().remedy());
    }

    private Outcome tryToOpen() {
        try (Workspace workspace = Workspace.open(home, CLOCK)) {
            return Edits.all(workspace.database()).equals(edits) ? Outcome.WHOLE : Outcome.OTHER_CONTENT;
        } catch (ProblemException e) {
            return Outcome.REFUSED;
        }
    }

    private byte[] damaged(byte[] intact, int kind) {
        byte[] bytes = intact.clone();
        int at = random.nextInt(bytes.length);
        switch (kind % 4) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(bytes, at / 4096 * 4096, Math.min(bytes.length, at / 4096 * 4096 + 4096), (byte) -1);
            default -> Arrays.fill(bytes, at / 4096 * 4096, Math.min(bytes.length, at / 4096 * 4096 + 4096), (byte) 0);
        }
        return Arrays.equals(bytes, intact) ? damaged(intact, kind) : bytes;
    }

    private Path store() {
        return home.resolve("store.mv.db");
    }

    private static void report(String figures) {
        Logger.getLogger("attune.figures").info(figures);
    }

    private enum Outcome {
        REFUSED,
        WHOLE,
        OTHER_CONTENT
    }
}
