package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.ui.Appearance;
import app.attune.ui.Density;
import app.attune.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void whatIsSavedIsWhatIsLoaded() {
        SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("settings.json"));
        Settings settings = new Settings(
                new Appearance(Theme.HIGH_CONTRAST, Density.COMPACT, 150),
                Sidebar.Width.NARROW,
                List.of(Path.of("a"), Path.of("b")));
        file.save(settings);
        assertEquals(settings, file.load());
    }

    @Test
    void noFileMeansInitialSettings() {
        assertEquals(Settings.initial(), new SettingsFile(folder.resolve("none.json")).load());
    }

    @Test
    void aBrokenFileIsAProblemWithARemedy() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"version\":1,\"theme\":\"PURPLE\"");
        ProblemException e = assertThrows(ProblemException.class, () -> new SettingsFile(file).load());
        assertEquals("settings.unreadable", e.problem().code());
    }

    @Test
    void theLastTenWorkspacesAreRememberedOnceEach() {
        Settings settings = Settings.initial();
        for (int i = 0; i < 12; i++) {
            settings = settings.opened(Path.of("w" + i));
        }
        settings = settings.opened(Path.of("w5"));
        assertEquals(10, settings.recent().size());
        assertEquals(Path.of("w5"), settings.recent().getFirst());
        assertEquals(1, settings.recent().stream().filter(Path.of("w5")::equals).count());
    }
}
