package app.attune.workbench;

import app.attune.cli.Cli;
import app.attune.ui.chart.HouseChartWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;

/// The program's entry point: the window without arguments or for a workspace's file, otherwise
/// the command line.
public final class Launcher {
    /// Opens the window on the bundled sample, or runs the demo where there is no display.
    static final String SAMPLE_OR_DEMO = "--sample-or-demo";

    private Launcher() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        LogFile.start(AttuneApp.logFolder());
        List<String> words = List.of(arguments);
        if (words.isEmpty() && hasDisplay()) {
            Application.launch(AttuneApp.class);
        } else if (words.equals(List.of(SAMPLE_OR_DEMO)) && hasDisplay()) {
            Application.launch(AttuneApp.class, AttuneApp.OPEN_SAMPLE);
        } else if (isWorkspaceFile(words)) {
            Application.launch(AttuneApp.class, words.getFirst());
        } else {
            System.exit(commandLine(words));
        }
    }

    /// What a file manager hands over when a workspace's file is opened.
    static boolean isWorkspaceFile(List<String> words) {
        return words.size() == 1
                && words.getFirst().endsWith(".attune")
                && Files.isRegularFile(Path.of(words.getFirst()));
    }

    /// Linux says by DISPLAY whether there is one; other systems always have one.
    private static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return !linux || (display != null && !display.isBlank());
    }

    /// The seam to the command line: returns its exit code.
    private static int commandLine(List<String> words) {
        if (words.equals(List.of(SAMPLE_OR_DEMO))) {
            return Cli.run(List.of("demo", "--no-display"), new HouseChartWriter());
        }
        return Cli.run(words, new HouseChartWriter());
    }
}
