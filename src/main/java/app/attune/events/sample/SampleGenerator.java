package app.attune.events.sample;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes the sample: events, users and items of a fictional outdoor shop, a messy file, and the planted truths.
///
/// The same seed gives the same bytes (the same text whatever the machine; gzip may pack it differently where the
/// system's zlib differs).
public final class SampleGenerator {
    /// The seed of the files that come with the application.
    public static final long BUNDLED_SEED = 20_261_101L;

    /// The names of the files written.
    public static final List<String> FILES =
            List.of(SampleFiles.EVENTS, SampleFiles.USERS, SampleFiles.ITEMS, MessyFile.NAME, "expected.json");

    private SampleGenerator() {}

    /// What was written and where.
    public record Summary(Path directory, List<String> files, int users, int items, int eventRows, long bytes) {}

    /// Creates `directory` if needed and replaces the files of an earlier sample in it.
    ///
    /// @throws ProblemException `sample.cannot-write` if the directory cannot be written
    public static Summary write(long seed, Path directory, Progress progress) {
        Shop shop = Shop.of(seed, progress);
        progress.checkpoint();
        progress.report("Working out the planted truths", 0, 0);
        Expected expected = Truths.of(seed, shop);
        progress.checkpoint();
        progress.report("Writing files", 0, 0);
        try {
            Files.createDirectories(directory);
            SampleFiles.write(shop, directory);
            MessyFile.write(seed, shop.catalogue(), directory);
            Files.writeString(directory.resolve("expected.json"), Json.writePretty(expected));
            return new Summary(
                    directory,
                    FILES,
                    shop.shoppers().size(),
                    shop.catalogue().items().size(),
                    shop.rows().size(),
                    bytes(directory));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "sample.cannot-write",
                            "The sample could not be written to " + directory + ": " + e.getMessage(),
                            "Choose a folder you may write to, with 5 MB free."),
                    e);
        }
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        for (String file : FILES) {
            bytes += Files.size(directory.resolve(file));
        }
        return bytes;
    }
}
