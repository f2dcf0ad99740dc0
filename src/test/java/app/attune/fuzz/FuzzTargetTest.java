package app.attune.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.attune.core.Seeds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every fuzz target takes every sample of the presets, whole and damaged: the short form of what Jazzer does.
class FuzzTargetTest {
    private static final int DAMAGES = 4;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void everyTargetTakesEverySample() throws IOException, URISyntaxException {
        List<byte[]> inputs = inputs();
        List<String> crashes = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            for (int i = 0; i < inputs.size(); i++) {
                Path file = Files.write(folder.resolve("input"), inputs.get(i));
                String what = target + " with input " + i;
                assertTimeoutPreemptively(LIMIT, () -> tryOne(target, file, what, crashes), what);
            }
        }
        Logger.getLogger("attune.figures")
                .info("fuzz targets " + FuzzTarget.values().length + ", inputs each " + inputs.size() + ", crashes "
                        + crashes.size() + ", hangs 0");
        assertEquals(List.of(), crashes);
    }

    private static void tryOne(FuzzTarget target, Path file, String what, List<String> crashes) {
        try {
            target.read(file);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            crashes.add(what + ": " + e);
        }
    }

    private static List<byte[]> inputs() throws IOException, URISyntaxException {
        Path samples = Path.of(Objects.requireNonNull(FuzzTargetTest.class.getResource("/preset-samples"))
                .toURI());
        List<byte[]> inputs = new ArrayList<>();
        inputs.add(new byte[0]);
        inputs.add("{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"DE\"]}"
                .getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] whole = Files.readAllBytes(file);
                inputs.add(whole);
                for (int seed = 0; seed < DAMAGES; seed++) {
                    inputs.add(damaged(whole, Seeds.stream(seed, String.valueOf(file.getFileName()))));
                }
            }
        }
        return inputs;
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length + 1) : whole.length);
        for (int i = 0; i < 6 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
