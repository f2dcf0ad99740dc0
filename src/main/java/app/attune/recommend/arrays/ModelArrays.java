package app.attune.recommend.arrays;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Sha256;
import app.attune.core.json.Json;
import app.attune.recommend.CatalogueModel;
import app.attune.recommend.ModelId;
import app.attune.recommend.ModelTables;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the tables of a model as NumPy arrays, with a description of what each of them is, the items they are about
/// and checksums. The same model gives the same bytes.
public final class ModelArrays {
    /// Of the description.
    public static final int FORMAT = 1;

    private static final String DESCRIPTION = "arrays.json";
    private static final String CHECKSUMS = "SHA256SUMS";
    private static final String ARRAY = ".npy";

    /// What tables of users' histories are called.
    private static final String HISTORIES = "users.";

    private ModelArrays() {}

    /// @param folder made if it is not there; files of the same names are replaced
    /// @return the names of the files, sorted
    /// @throws ProblemException `model.keeps-histories` for a model that keeps what each user took, `data.not-written`,
    ///     `data.other-arrays` if the folder has arrays that the model has not
    public static List<String> write(ModelId id, CatalogueModel model, Path folder) {
        ModelTables tables = model.tables();
        requireNoHistories(id, tables);
        Map<String, byte[]> files = files(id, tables);
        try {
            Files.createDirectories(folder);
            requireNoOthers(folder, files);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "data.not-written",
                            "Can't write to " + folder + ": " + e.getMessage() + ".",
                            "Choose a folder you may write to, with space on its disk."),
                    e);
        }
        return files.keySet().stream().sorted().toList();
    }

    private static void requireNoHistories(ModelId id, ModelTables tables) {
        if (tables.ints().keySet().stream().anyMatch(name -> name.contains(HISTORIES))) {
            throw ProblemException.of(
                    "model.keeps-histories",
                    id + " keeps what each user of its training took, so its arrays are not written.",
                    "Choose a model of items or of factors, such as item-kNN or iALS.");
        }
    }

    private static void requireNoOthers(Path folder, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            Optional<String> other = there.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ARRAY) && !files.containsKey(name))
                    .sorted()
                    .findFirst();
            if (other.isPresent()) {
                throw ProblemException.of(
                        "data.other-arrays",
                        folder + " already has " + other.orElseThrow() + ", which is no array of this model.",
                        "Choose another folder, or empty this one first.");
            }
        }
    }

    private static Map<String, byte[]> files(ModelId id, ModelTables tables) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int items = tables.items().size();
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("format", "attune.arrays").put("version", FORMAT);
        root.put("model", id.toString()).put("kind", tables.kind());
        ArrayNode arrays = root.putArray("arrays");
        tables.ints().forEach((name, values) -> {
            files.put(name + ARRAY, NpyFile.of(values, values.length));
            describe(arrays, name, "int32", values.length);
        });
        tables.doubles().forEach((name, values) -> {
            int[] shape = shape(name, values.length, items);
            files.put(name + ARRAY, NpyFile.of(values, shape));
            describe(arrays, name, "float64", shape);
        });
        tables.floats().forEach((name, values) -> {
            int[] shape = shape(name, values.length, items);
            files.put(name + ARRAY, NpyFile.of(values, shape));
            describe(arrays, name, "float32", shape);
        });
        ArrayNode ids = root.putArray("items");
        tables.items().forEach(item -> ids.add(item.value()));
        files.put(DESCRIPTION, Json.writePretty(root).getBytes(StandardCharsets.UTF_8));
        files.put(CHECKSUMS, checksums(files).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /// Factors have a row per item, the Gram matrix is square; all else is one row of numbers.
    private static int[] shape(String name, int length, int items) {
        int root = (int) Math.round(Math.sqrt(length));
        return switch (ofPart(name)) {
            case "factors" -> new int[] {items, items == 0 ? 0 : length / items};
            case "gram" -> new int[] {root, root};
            default -> new int[] {length};
        };
    }

    /// The name without that of the part of a model which asks one of two.
    private static String ofPart(String name) {
        return name.replaceFirst("^(few|many)\\.", "");
    }

    private static void describe(ArrayNode arrays, String name, String type, int... shape) {
        ObjectNode node = arrays.addObject().put("file", name + ARRAY).put("type", type);
        ArrayNode dimensions = node.putArray("shape");
        for (int n : shape) {
            dimensions.add(n);
        }
        node.put("meaning", meaning(name));
    }

    private static String meaning(String name) {
        return switch (ofPart(name)) {
            case "support" -> "users with each item in the training data";
            case "counts", "scores" -> "the score of each item, the same for every user";
            case "factors" ->
                "a row per item; the score of an item is the product of its row with the factors of the user";
            case "gram" -> "sum over all items of the products of their factors";
            case "penalty" -> "weight of what is not there, lambda and nu, with which the factors of a user are solved";
            case "spark" ->
                "how a user's factors are solved: 0 for implicit feedback or 1 for ratings, alpha, lambda (regParam)"
                        + " of Spark's ALS";
            case "neighbours.offsets" ->
                "item j has the neighbours from offsets[j] to before offsets[j + 1] (compressed sparse rows)";
            case "neighbours.items" -> "the position of each neighbour";
            case "neighbours.similarities" ->
                "how much each neighbour speaks for the item; the score of item j is the sum over the user's items i"
                        + " among its neighbours of weight(i) * similarity(j, i)";
            case "baskets" -> "number of all baskets";
            case "baskets.items" -> "baskets with each item";
            case "baskets.both" -> "baskets with both, in the order of the neighbours";
            default -> "see the options of the model";
        };
    }

    /// As `sha256sum --check` reads them.
    private static String checksums(Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((name, bytes) ->
                text.append(Sha256.of(bytes)).append("  ").append(name).append('\n'));
        return text.toString();
    }
}
