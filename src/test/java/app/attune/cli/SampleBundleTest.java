package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.decider.BundleVerifier;
import app.attune.export.ExportedBundle;
import app.attune.export.UserLists;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The bundle of the bundled sample, through the services and through the command line.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleBundleTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T08:30:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    void makeTheSample() {
        SampleWorkspace.open(folder.resolve("shop"), CLOCK, Progress.none()).close();
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        return Cli.run(
                List.of(words), new Surroundings(stream(out), stream(err), new NoCharts(), CLOCK, Progress.none()));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String shop() {
        return folder.resolve("shop").toString();
    }

    @Test
    void theSamplesBundleIsSoundAndTheSameEveryTime() throws IOException {
        try (Services services = SampleWorkspace.open(folder.resolve("shop"), CLOCK, Progress.none())) {
            ExportedBundle first =
                    services.exports().export(folder.resolve("first"), UserLists.LEFT_OUT, Progress.none());
            ExportedBundle second =
                    services.exports().export(folder.resolve("second"), UserLists.LEFT_OUT, Progress.none());
            assertEquals(first.hash(), second.hash());
            assertTrue(first.vectors() >= 200, "golden decisions " + first.vectors());
            assertTrue(BundleVerifier.verify(first.folder()).isSound());
            try (var files = Files.walk(first.folder())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file);
                    assertTrue(!text.matches("(?s).*\\bu\\d{5}\\b.*"), "a user id in " + file.getFileName());
                }
            }
        }
    }

    @Test
    void aChangedBundleEndsWithThree() throws IOException {
        String bundle = folder.resolve("to-change").toString();
        assertEquals(ExitCode.OK, run("export", shop(), "--out", bundle), err::toString);
        assertEquals(ExitCode.OK, run("verify", bundle), err::toString);
        Path rules = Path.of(bundle, "rules.json");
        Files.writeString(rules, Files.readString(rules).replace("VIP10", "VIP90"));
        assertEquals(ExitCode.DIFFERENT, run("verify", bundle));
        assertTrue((out.toString(StandardCharsets.UTF_8) + err).contains("rules.json"), out::toString);
    }

    @Test
    void anExportOverSomethingIsAProblemWithARemedyAndNoStackTrace() throws IOException {
        Files.createDirectories(folder.resolve("taken"));
        assertEquals(
                ExitCode.PROBLEM,
                run("export", shop(), "--out", folder.resolve("taken").toString()));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("Choose another name"), said);
        assertTrue(!said.contains("\tat "), said);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void unknownWordsEndWithTwo() {
        assertEquals(ExitCode.USAGE, run("exprot", shop()));
        assertEquals(ExitCode.USAGE, run("export", shop()));
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command : List.of(
                "new",
                "import",
                "segment",
                "rule",
                "train",
                "evaluate",
                "preview",
                "chart",
                "export",
                "verify",
                "sample",
                "demo")) {
            assertEquals(ExitCode.OK, run(command, "--help"));
            String help = out.toString(StandardCharsets.UTF_8);
            assertTrue(help.contains("Example") && help.contains("attune " + command), help);
        }
    }
}
