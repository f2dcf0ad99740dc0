package app.attune.events.sample;

import app.attune.core.ProblemException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
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
        return find(code())
                .or(() -> find(Path.of("").toAbsolutePath()))
                .orElseThrow(() -> ProblemException.of(
                        "sample.not-found",
                        "The folder " + FOLDER + " is not beside the application.",
                        "Make it again with `attune sample --seed " + SampleGenerator.BUNDLED_SEED + " --out " + FOLDER
                                + "`, or install the application again."));
    }

    /// The nearest sample folder at `start` or up to three folders above it.
    static Optional<Path> find(@Nullable Path start) {
        return Stream.iterate(start, path -> path != null, path -> path.getParent())
                .limit(LEVELS + 1L)
                .map(path -> path.resolve(FOLDER))
                .filter(path -> Files.isRegularFile(path.resolve(SampleFiles.EVENTS)))
                .findFirst();
    }

    private static @Nullable Path code() {
        CodeSource source = BundledSample.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
