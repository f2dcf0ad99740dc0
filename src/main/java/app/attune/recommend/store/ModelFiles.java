package app.attune.recommend.store;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.recommend.ModelTables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A model as a folder: `model.json` and one raw little-endian file per array, each with its SHA-256 in the JSON.
///
/// A folder appears under its name only when it is complete.
final class ModelFiles {
    private static final String FORMAT = "attune-model";
    private static final int VERSION = 1;
    private static final String HEADER = "model.json";
    private static final String INTS = "int32";
    private static final String DOUBLES = "float64";
    private static final String FLOATS = "float32";

    private final Path models;

    ModelFiles(Path models) {
        this.models = models;
    }

    void write(String name, ModelTables tables) {
        try {
            Files.createDirectories(models);
            Path draft = Files.createTempDirectory(models, ".draft-");
            try {
                writeInto(draft, tables);
                delete(models.resolve(name));
                Files.move(draft, models.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + name + " could not be written", e);
        }
    }

    /// The highest number of a folder of this kind; 0 if there is none.
    int highest(String kind) {
        Pattern name = Pattern.compile(Pattern.quote(kind) + "-([1-9][0-9]{0,8})");
        try (Stream<Path> found = Files.exists(models) ? Files.list(models) : Stream.empty()) {
            return found.map(folder -> name.matcher(folder.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(number -> Integer.parseInt(number.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of models could not be read", e);
        }
    }

    /// @throws ProblemException `model.unreadable` if the files are missing or of another format,
    ///                          `model.damaged` if an array is not what was written
    ModelTables read(String name) {
        Path folder = models.resolve(name);
        try {
            JsonNode header = Json.read(Files.readString(folder.resolve(HEADER)), HEADER + " of " + name);
            if (!FORMAT.equals(header.path("format").asText())
                    || header.path("version").asInt() != VERSION) {
                throw unreadable(name, "its format is not " + FORMAT + " " + VERSION);
            }
            return tables(folder, header);
        } catch (NoSuchFileException e) {
            throw unreadable(name, "the file " + Path.of(e.getFile()).getFileName() + " is missing");
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + name + " could not be read", e);
        }
    }

    void delete(String name) {
        try {
            delete(models.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + name + " could not be removed", e);
        }
    }

    private static void writeInto(Path folder, ModelTables tables) throws IOException {
        ObjectNode header = Json.mapper().createObjectNode();
        header.put("format", FORMAT).put("version", VERSION).put("kind", tables.kind());
        header.set("provenance", ProvenanceJson.write(tables.provenance()));
        ArrayNode arrays = header.putArray("arrays");
        for (var entry : tables.ints().entrySet()) {
            add(arrays, entry.getKey(), INTS, RawArrays.write(folder, entry.getKey(), entry.getValue()));
        }
        for (var entry : tables.doubles().entrySet()) {
            add(arrays, entry.getKey(), DOUBLES, RawArrays.write(folder, entry.getKey(), entry.getValue()));
        }
        for (var entry : tables.floats().entrySet()) {
            add(arrays, entry.getKey(), FLOATS, RawArrays.write(folder, entry.getKey(), entry.getValue()));
        }
        ArrayNode items = header.putArray("items");
        tables.items().forEach(item -> items.add(item.value()));
        Files.writeString(folder.resolve(HEADER), Json.writePretty(header));
    }

    private static void add(ArrayNode arrays, String name, String type, RawArrays.Written written) {
        arrays.addObject()
                .put("name", name)
                .put("type", type)
                .put("length", written.length())
                .put("sha256", written.sha256());
    }

    private static ModelTables tables(Path folder, JsonNode header) throws IOException {
        TreeMap<String, int[]> ints = new TreeMap<>();
        TreeMap<String, double[]> doubles = new TreeMap<>();
        TreeMap<String, float[]> floats = new TreeMap<>();
        for (JsonNode array : Fields.of(header, "arrays")) {
            String name = Fields.text(array, "name");
            RawArrays.Written expected =
                    new RawArrays.Written(Fields.of(array, "length").asInt(), Fields.text(array, "sha256"));
            switch (Fields.text(array, "type")) {
                case INTS -> ints.put(name, RawArrays.readInts(folder, name, expected));
                case DOUBLES -> doubles.put(name, RawArrays.readDoubles(folder, name, expected));
                case FLOATS -> floats.put(name, RawArrays.readFloats(folder, name, expected));
                default -> throw new IllegalArgumentException("the array " + name + " is of an unknown type");
            }
        }
        List<ItemId> items = new ArrayList<>();
        Fields.of(header, "items").forEach(item -> items.add(new ItemId(item.asText())));
        return new ModelTables(
                Fields.text(header, "kind"),
                ProvenanceJson.read(Fields.of(header, "provenance")),
                items,
                ints,
                doubles,
                floats);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static ProblemException unreadable(String name, String why) {
        return ProblemException.of(
                "model.unreadable", "The model " + name + " cannot be read: " + why + ".", "Train the model again.");
    }
}
