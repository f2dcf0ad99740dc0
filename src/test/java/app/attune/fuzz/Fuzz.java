package app.attune.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Where Jazzer enters: `mvn -q -Pfuzz test-compile exec:exec -Dfuzz.target=delimited -Dfuzz.seconds=1800`.
///
/// The seeds are the files below `-Dfuzz.seeds`, by default the samples of the presets. What found something, and what
/// only reached new places, is left in `target/fuzz`.
public final class Fuzz {
    private static FuzzTarget target = FuzzTarget.CONTAINER;
    private static Path file = Path.of("never-written");

    private Fuzz() {}

    /// @param words the target's name, for how many seconds, the folder of seeds, and where to leave what is found
    public static void main(String[] words) throws IOException, ReflectiveOperationException {
        Path found = Path.of(words[3]).resolve(words[0]);
        Path reached = Files.createDirectories(found.resolve("reached"));
        String[] options = {
            "--target_class=" + Fuzz.class.getName(),
            "--target_args=" + words[0],
            "--instrumentation_includes=app.attune.**",
            "--reproducer_path=" + found,
            "-artifact_prefix=" + found + "/",
            "-max_len=131072",
            "-timeout=20",
            "-max_total_time=" + words[1],
            reached.toString(),
            words[2]
        };
        // The name is not known where the profile is off.
        Class.forName("com.code_intelligence.jazzer.Jazzer")
                .getMethod("main", String[].class)
                .invoke(null, (Object) options);
    }

    /// Called by Jazzer before the first input.
    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTarget.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        try {
            file = Files.createTempFile("attune-fuzz", ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Called by Jazzer with one input after the other.
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            target.read(Files.write(file, input));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Called by Jazzer after the last input.
    public static void fuzzerTearDown() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
