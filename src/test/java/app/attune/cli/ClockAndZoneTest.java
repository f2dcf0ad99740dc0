package app.attune.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the computer stands and what its clock says change no answer: imports, segments, sessions and charts are the
/// same.
class ClockAndZoneTest {
    @TempDir
    Path folder;

    @Test
    void everyZoneClockAndLanguageGivesTheSameAnswers() throws Exception {
        Started plain = start("plain", "UTC", 0, "-Duser.timezone=UTC");
        Started odd = start("odd", "Pacific/Chatham", 0, "-Duser.language=tr", "-Duser.country=TR");
        Started later = start(
                "later",
                "No/Such+Zone-99",
                40,
                "-Duser.timezone=Asia/Kathmandu",
                "-Duser.language=ar",
                "-Duser.country=EG");
        String expected = plain.answers();
        assertTrue(expected.contains("2026-10-25T00:30:00Z"), expected);
        assertFalse(expected.contains("exit 1"), expected);
        assertFalse(expected.contains("exit 2"), expected);
        assertEquals(expected, odd.answers());
        assertEquals(expected, later.answers());
        Logger.getLogger("attune.figures")
                .info("zones, clocks and languages tried 3, lines of answers "
                        + expected.lines().count() + ", differences 0");
    }

    private Started start(String name, String zone, int days, String... options) throws IOException {
        SmallShop shop = new SmallShop(Files.createDirectory(folder.resolve(name)));
        shop.events();
        shop.users();
        shop.items();
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(options),
                        Stream.of(
                                "-Djava.awt.headless=true",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ZoneChild.class.getName(),
                                shop.folder().toString(),
                                String.valueOf(days)))
                .flatMap(words -> words)
                .toList();
        Path out = shop.file("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(shop.file("err.txt").toFile());
        builder.environment().put("TZ", zone);
        return new Started(builder.start(), shop.folder());
    }

    private record Started(Process process, Path folder) {
        String answers() throws IOException, InterruptedException {
            assertEquals(0, process.waitFor(), () -> text("err.txt"));
            return text("out.txt").replace(folder.toString(), "FOLDER").replaceAll(", [0-9,]+ [a-z]+ old", "");
        }

        private String text(String name) {
            try {
                return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
