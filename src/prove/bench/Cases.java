import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The profiles of a bundle's golden decisions.
record Cases(Path bundle, List<JsonNode> lines, JsonNode fields) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Cases of(Path bundle) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(bundle.resolve("golden.jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        JsonNode context = JSON.readTree(bundle.resolve("targets/jsonlogic/context.json").toFile());
        return new Cases(bundle, lines, context.path("fields"));
    }

    String text(String file) throws IOException {
        return Files.readString(bundle.resolve(file));
    }

    /// Values by attributes and features, dates as milliseconds, as `context.json` says.
    Map<String, Object> context(JsonNode line) {
        Map<String, Object> attributes = new TreeMap<>();
        Map<String, Object> features = new TreeMap<>();
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            JsonNode value = line.path(field.path("source").asText()).path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                boolean date = field.path("kind").asText().equals("date") && value.isTextual();
                Object given = date
                        ? (Object) Instant.parse(value.asText()).toEpochMilli()
                        : value.isTextual() ? value.asText() : (Object) value.asDouble();
                (field.path("source").asText().equals("features") ? features : attributes).put(name, given);
            }
        }
        return Map.of("attributes", attributes, "features", features);
    }
}
