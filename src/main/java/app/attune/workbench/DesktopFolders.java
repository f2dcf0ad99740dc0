package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Shows folders in the file browser of the desktop.
final class DesktopFolders {
    private DesktopFolders() {}

    /// @throws ProblemException `desktop.no-folder`, `desktop.no-browser`
    static void open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw ProblemException.of(
                    "desktop.no-folder", "There is no folder " + folder + " any more.", "Look where it was moved to.");
        }
        try {
            new ProcessBuilder(browser(), folder.toAbsolutePath().toString()).start();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "desktop.no-browser",
                            "Nothing is there to show " + folder + " with: " + e.getMessage() + ".",
                            "Copy the folder's name and open it by hand."),
                    e);
        }
    }

    private static String browser() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return "explorer.exe";
        }
        return system.contains("mac") ? "open" : "xdg-open";
    }
}
