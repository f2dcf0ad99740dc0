package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @Test
    void oneExistingWorkspaceFileOpensTheWindow(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("workspace.attune"));
        assertTrue(Launcher.isWorkspaceFile(List.of(file.toString())));
        assertFalse(
                Launcher.isWorkspaceFile(List.of(folder.resolve("gone.attune").toString())));
        assertFalse(Launcher.isWorkspaceFile(List.of("demo")));
        assertFalse(Launcher.isWorkspaceFile(List.of("verify", file.toString())));
        assertFalse(Launcher.isWorkspaceFile(List.of()));
    }
}
