package app.attune.recommend.spark;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Sha256;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder that `ALSModel.save` of Spark MLlib wrote: `metadata`, `itemFactors` and `userFactors`.
///
/// @param rank    numbers per user and item
/// @param version of Spark
/// @param uid     of the model, as Spark names it
/// @param sha256  of the names and contents of the files that were read
public record SparkFolder(int rank, String version, String uid, SparkFactors items, SparkFactors users, String sha256) {
    private static final String MODEL = "org.apache.spark.ml.recommendation.ALSModel";
    private static final int MOST_FACTORS = 4096;
    private static final long LARGEST_METADATA = 1 << 20;

    /// @throws ProblemException `spark.no-model`, `spark.unreadable`, `spark.damaged`, `import.damaged` and others of a
    ///     file that cannot be read
    public static SparkFolder read(Path folder, Progress progress) {
        try {
            List<Path> said = parts(folder, "metadata", "part-");
            JsonNode metadata = metadata(folder, said);
            int rank = rank(folder, metadata);
            List<Path> items = parts(folder, "itemFactors", ".parquet");
            List<Path> users = parts(folder, "userFactors", ".parquet");
            String sha256 = sha256(
                    folder, Stream.of(said, items, users).flatMap(List::stream).toList());
            return new SparkFolder(
                    rank,
                    metadata.path("sparkVersion").asText("unknown"),
                    metadata.path("uid").asText("unknown"),
                    SparkFactors.read(items, rank, "items", progress),
                    SparkFactors.read(users, rank, "users", progress),
                    sha256);
        } catch (IOException e) {
            throw ProblemException.of(
                    "spark.unreadable",
                    "Can't read " + folder + ": " + e.getMessage() + ".",
                    "Check that the folder is complete and may be read.");
        }
    }

    /// The files of a part of the folder, by name; not those Spark keeps checksums and marks in.
    private static List<Path> parts(Path folder, String name, String piece) throws IOException {
        Path part = folder.resolve(name);
        if (!Files.isDirectory(part)) {
            throw noModel(folder, "it has no folder " + name);
        }
        try (Stream<Path> files = Files.list(part)) {
            List<Path> found = files.filter(file -> isPart(file.getFileName().toString(), piece))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw noModel(folder, "its folder " + name + " has no files");
            }
            return found;
        }
    }

    private static boolean isPart(String name, String piece) {
        return !name.startsWith(".") && !name.startsWith("_") && name.contains(piece) && !name.endsWith(".crc");
    }

    private static JsonNode metadata(Path folder, List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            if (text.length() + Files.size(file) > LARGEST_METADATA) {
                throw noModel(folder, "its metadata is larger than 1 MB");
            }
            text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        JsonNode read = Json.read(text.toString().strip(), "The metadata of " + folder);
        String kind = read.path("class").asText();
        if (!kind.equals(MODEL)) {
            throw noModel(folder, "it is " + (kind.isEmpty() ? "of no class" : "a " + kind));
        }
        return read;
    }

    private static int rank(Path folder, JsonNode metadata) {
        JsonNode rank = metadata.path("rank");
        if (!rank.isInt() || rank.asInt() < 1 || rank.asInt() > MOST_FACTORS) {
            throw noModel(folder, "its rank is " + (rank.isMissingNode() ? "missing" : rank.toString()));
        }
        return rank.asInt();
    }

    private static String sha256(Path folder, List<Path> files) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            sums.append(Sha256.of(file)).append("  ").append(name).append('\n');
        }
        return Sha256.of(sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException noModel(Path folder, String why) {
        return ProblemException.of(
                "spark.no-model",
                folder + " is no ALS model that Spark saved: " + why + ".",
                "Choose the folder that `model.save(...)` of org.apache.spark.ml.recommendation.ALSModel wrote, with"
                        + " metadata, itemFactors and userFactors in it.");
    }
}
