package app.attune.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.CliChild;
import app.attune.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes with little memory finish an import or refuse it in words; either way their workspace opens again.
class MemoryTest {
    @TempDir
    Path folder;

    @Test
    void aSmallProcessFinishesOrRefusesInWords() throws Exception {
        assertEquals(0, importInto("few", ShopEvents.file(100_000), 128).code());
        requireWords(importInto("many", ShopEvents.file(300_000), 64));
    }

    @Test
    @Tag("bench")
    void tenMillionRowsFinishOrAreRefusedInHalfAGigabyte() throws Exception {
        requireWords(importInto("large", ShopEvents.file(10_000_000), 512));
    }

    /// Standard error has the log as well here, where no log file was chosen.
    private static void requireWords(Ended ended) {
        boolean refused = ended.err()
                .lines()
                .anyMatch(line -> line.matches(
                        "Attune (may use [0-9,]+ MB of memory, which is full|ran out of memory: it may use) .*"));
        assertEquals(ended.code() == 1, refused, ended.err());
        assertTrue(ended.code() <= 1, ended.err());
    }

    /// Imports in a child process, and looks whether the workspace opens afterwards as one that was closed.
    private Ended importInto(String name, Path csv, int megabytes) throws Exception {
        Path home = folder.resolve(name);
        Workspace.create(home, name, Clock.systemUTC()).close();
        Ended ended = child(megabytes, "import", home.toString(), csv.toString());
        Workspace.open(home, Clock.systemUTC()).close();
        String figures = String.format(
                Locale.ROOT,
                "import of %,d MB with -Xmx%dm: %s, exit %d; workspaces that fail to reopen 0",
                Files.size(csv) >> 20,
                megabytes,
                ended.err().lines().reduce((first, last) -> last).orElse(""),
                ended.code());
        Logger.getLogger("attune.figures").info(figures);
        return ended;
    }

    private Ended child(int megabytes, String... words) throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx" + megabytes + "m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CliChild.class.getName()),
                        Stream.of(words))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(err.toFile())
                .start();
        try {
            int code = process.waitFor();
            return new Ended(code, Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private record Ended(int code, String err) {}
}
