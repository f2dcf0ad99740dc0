package app.attune.workbench;

import app.attune.cli.SampleWorkspace;
import app.attune.core.ProblemException;
import app.attune.ui.Failures;
import app.attune.ui.Front;
import app.attune.ui.FxDialogs;
import app.attune.ui.FxTasks;
import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The window's life: builds it, opens what was asked for, closes the workspace at the end.
public final class AttuneApp extends Application {
    static final String OPEN_SAMPLE = "--sample";

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    private final FxTasks tasks = new FxTasks();

    @Override
    public void start(Stage stage) {
        SettingsFile file = new SettingsFile(settingsFile());
        Parts parts = new Parts(tasks, workspaces(), file, Rooms.all(), new FxDialogs(() -> stage));
        openAsked(getParameters().getRaw(), start(stage, parts).session());
    }

    /// The sample, the workspace whose file is given, or nothing.
    static void openAsked(List<String> words, Session session) {
        if (words.contains(OPEN_SAMPLE)) {
            session.openSample();
        } else if (!words.isEmpty()) {
            Path folder = Path.of(words.getFirst()).toAbsolutePath().normalize().getParent();
            if (folder != null) {
                session.openFolder(folder);
            }
        }
    }

    @Override
    public void stop() {
        tasks.close();
    }

    /// The whole window on `stage`, made of `parts`; it closes its workspace when it goes.
    static ShellView start(Stage stage, Parts parts) {
        ShellView shell = shell(parts);
        open(stage, shell);
        Failures.tellUncaught(shell::tell);
        ClosingGuard.watch(stage, parts, shell.session(), shell::tell);
        Runnable front = Front.of(stage);
        shell.session()
                .workspaceProperty()
                .subscribe(open -> open.ifPresent(workspace -> workspace.whenAskedFor(front)));
        stage.setOnHidden(event -> shell.session().closeNow());
        return shell;
    }

    /// Broken settings are told, not fatal.
    private static ShellView shell(Parts parts) {
        try {
            return new ShellView(parts, parts.settings().load());
        } catch (ProblemException e) {
            ShellView shell = new ShellView(parts, Settings.initial());
            shell.tell(e.problem());
            return shell;
        }
    }

    /// Shows the window of `shell` on `stage`.
    static void open(Stage stage, ShellView shell) {
        Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
        shell.attach(scene);
        stage.setTitle("Attune");
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        var icon = AttuneApp.class.getResourceAsStream("/app/attune/ui/attune.png");
        if (icon != null) {
            stage.getIcons().add(new Image(icon));
        }
        stage.setScene(scene);
        stage.show();
    }

    /// Where the application logs.
    static Path logFolder() {
        return Path.of(directories().dataLocalDir, "logs");
    }

    private static Path settingsFile() {
        return Path.of(directories().configDir, "settings.json");
    }

    private static Workspaces workspaces() {
        return new ServiceWorkspaces(Path.of(directories().dataDir, SampleWorkspace.NAME), Clock.systemUTC());
    }

    private static ProjectDirectories directories() {
        return ProjectDirectories.from("app", "Attune", "Attune");
    }
}
