package app.attune.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentWorkspacesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private RecentWorkspaces recent = new RecentWorkspaces(Path.of("."), CLOCK);

    @BeforeEach
    void keepTheListHere() {
        recent = new RecentWorkspaces(folder.resolve("config"), CLOCK);
    }

    @Test
    void newestIsFirstAndListedOnce() {
        try (Workspace one = Workspace.create(folder.resolve("one"), "One", CLOCK);
                Workspace two = Workspace.create(folder.resolve("two"), "Two", CLOCK)) {
            recent.opened(one);
            recent.opened(two);
            recent.opened(one);
        }
        assertEquals(List.of("One", "Two"), names());
        assertEquals("2026-06-01T10:00:00Z", recent.list().getFirst().openedAt());
    }

    @Test
    void missingOneIsMarkedAndCanBeForgotten() throws Exception {
        Path home = folder.resolve("one");
        try (Workspace one = Workspace.create(home, "One", CLOCK)) {
            recent.opened(one);
        }
        Files.delete(home.resolve("workspace.attune"));
        assertEquals(RecentWorkspaces.Presence.MISSING, recent.list().getFirst().presence());
        assertTrue(recent.newest().isEmpty());
        recent.forget(home);
        assertEquals(List.of(), names());
    }

    @Test
    void unreadableListCountsAsEmpty() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config").resolve("recent-workspaces.json"), "[{");
        assertEquals(List.of(), names());
    }

    private List<String> names() {
        return recent.list().stream().map(RecentWorkspaces.Recent::name).toList();
    }
}
