package app.attune.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.archive.store.H2Tables;
import app.attune.core.Progress;
import app.attune.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An archive of a workspace in which somebody goes on working.
final class LiveArchiveTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private int settings;

    @Test
    void changesMadeMeanwhileDoNotSpoilIt() {
        Path archive = folder.resolve("live.zip");
        try (Workspace workspace = Workspace.create(folder.resolve("live"), "Live", CLOCK)) {
            H2Tables tables = new H2Tables(workspace.database());
            new ArchiveWriter(workspace, tables, CLOCK).write(archive, changing(workspace));
        }
        Path back = folder.resolve("back");
        new Unarchiver(H2Tables::new, CLOCK).unarchive(archive, back, made -> {}, Progress.none());
        try (Workspace workspace = Workspace.open(back, CLOCK)) {
            assertEquals("Live", workspace.name());
        }
    }

    /// Whenever the work tells where it stands, a setting is saved.
    private Progress changing(Workspace workspace) {
        return new Progress() {
            @Override
            public void report(String stage, long done, long total) {
                checkpoint();
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void checkpoint() {
                settings++;
                workspace.database().execute(connection -> {
                    try (var insert = connection.createStatement()) {
                        insert.execute("INSERT INTO setting (name, value_json) VALUES ('s" + settings + "', '1')");
                    }
                });
            }
        };
    }
}
