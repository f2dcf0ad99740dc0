package app.attune.workbench;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.core.json.Json;
import app.attune.ui.Appearance;
import app.attune.ui.Density;
import app.attune.ui.Theme;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The settings as JSON in the user's configuration folder.
final class SettingsFile {
    private static final int VERSION = 1;

    private record Stored(
            int version, String theme, String density, int textPercent, String sidebar, List<String> recent) {}

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /// What was saved last; the initial settings when there is no file.
    ///
    /// @throws ProblemException `settings.unreadable` when the file is broken; it is left as it is until the next save
    Settings load() {
        if (!Files.exists(file)) {
            return Settings.initial();
        }
        try {
            Stored stored = Json.read(Files.readString(file), Stored.class, file.toString());
            Require.that(stored.version() == VERSION, "version " + stored.version());
            return new Settings(
                    new Appearance(
                            Theme.valueOf(stored.theme()), Density.valueOf(stored.density()), stored.textPercent()),
                    Sidebar.Width.valueOf(stored.sidebar()),
                    stored.recent().stream().map(Path::of).toList());
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(
                    new Problem(
                            "settings.unreadable",
                            "The settings in " + file + " can't be read, so the initial ones are used.",
                            "Choose your settings again; they replace the broken file."),
                    e);
        }
    }

    /// Replaces the file in one step.
    void save(Settings settings) {
        Stored stored = new Stored(
                VERSION,
                settings.appearance().theme().name(),
                settings.appearance().density().name(),
                settings.appearance().textPercent(),
                settings.sidebar().name(),
                settings.recent().stream().map(Path::toString).toList());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, Json.writePretty(stored));
            move(draft);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "settings.unwritable",
                            "The settings can't be saved in " + file + ": " + e.getMessage(),
                            "Make the folder writable; until then settings last for this session."),
                    e);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
