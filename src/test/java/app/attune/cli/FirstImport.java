package app.attune.cli;

import static app.attune.cli.Terminal.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A new workspace and files that nobody has seen before.
abstract class FirstImport {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    Path workspace;

    @BeforeEach
    final void makeAWorkspace() {
        workspace = folder.resolve("shop");
        text("new", workspace);
    }

    final Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
