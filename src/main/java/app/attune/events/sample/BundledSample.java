package app.attune.events.sample;

import app.attune.core.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the sample's files lie that come with the application.
public final class BundledSample {
    private static final String FOLDER = "sample-datasets";
    private static final int LEVELS = 3;

    private BundledSample() {}

    /// The folder with `events.csv.gz`, `users.csv.gz` and `items.csv.gz`: beside the application, or the project's.
    ///
    /// @throws ProblemException `sample.not-found` if it is not there
    public static Path directory() {
        return Stream.concat(code(), Stream.of(Path.of("").toAbsolutePath()))
                .flatMap(place -> find(place).stream())
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "sample.not-found",
                        "The folder " + FOLDER + " is not beside the application.",
                        "Make it again with `attune sample --seed " + SampleGenerator.BUNDLED_SEED + " --out " + FOLDER
                                + "`, or install the application again."));
    }

    /// The nearest sample folder at `start` or up to three folders above it.
    static Optional<Path> find(Path start) {
        return Stream.<@Nullable Path>iterate(start, path -> path != null, Path::getParent)
                .limit(LEVELS + 1L)
                .map(path -> path.resolve(FOLDER))
                .filter(path -> Files.isRegularFile(path.resolve(SampleFiles.EVENTS)))
                .findFirst();
    }

    /// Where the application's classes are. Not asked of a class: one that comes out of the AOT cache of an installed
    /// application does not know.
    private static Stream<Path> code() {
        String classPath = System.getProperty("java.class.path", "");
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath());
    }
}
