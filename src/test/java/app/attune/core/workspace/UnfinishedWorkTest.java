package app.attune.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a crash in the middle of a large piece of work leaves in the store is undone, not taken for damage.
class UnfinishedWorkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    @Test
    void aLargeUnfinishedTransactionIsUndone() throws IOException {
        Path home = folder.resolve("workspace");
        Path store = home.resolve("store.mv.db");
        byte[] crashed;
        try (Workspace workspace = Workspace.create(home, "Mine", CLOCK)) {
            Edits.add(workspace.database(), "acknowledged", "1");
            crashed = workspace.database().write(connection -> {
                try (var insert =
                                connection.prepareStatement("INSERT INTO setting (name, value_json) VALUES (?, '1')");
                        var checkpoint = connection.createStatement()) {
                    for (int i = 0; i < ROWS; i++) {
                        insert.setString(1, "unfinished" + i);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    checkpoint.execute("CHECKPOINT SYNC");
                    return Files.readAllBytes(store);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.write(store, crashed);
        StoreSeal.breakSeal(home);
        Files.delete(CrashCheck.countIn(home));
        try (Workspace again = Workspace.open(home, CLOCK)) {
            assertEquals(
                    List.of("workspace.recovered"),
                    again.findings().stream().map(Problem::code).toList());
            assertEquals(Map.of("acknowledged", "1"), Edits.all(again.database()));
        }
    }
}
