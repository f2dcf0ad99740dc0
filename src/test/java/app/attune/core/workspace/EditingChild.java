package app.attune.core.workspace;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// A process that opens a workspace and edits it until it is killed; one line on standard output acknowledges one edit.
public final class EditingChild {
    private EditingChild() {}

    /// @param args the workspace's folder and a prefix for the names of the edits
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
        try (Workspace workspace = Workspace.open(Path.of(args[0]), clock)) {
            for (int i = 0; i < 1_000_000; i++) {
                String name = args[1] + i;
                Edits.add(workspace.database(), name, "\"" + name.repeat(1 + i % 20) + "\"");
                out.println(name);
            }
        }
    }
}
