package app.attune.export.diff;

import app.attune.core.json.Json;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One of two bundles to compare, be it written or not.
///
/// @param texts of the files that say what is decided
public record BundleSide(SortedMap<String, String> texts) {
    private static final List<String> READ = Stream.concat(
                    Stream.of(BundleFormat.RULES, BundleFormat.SEGMENTS), BundleFormat.MODELS.values().stream())
            .sorted()
            .toList();

    public BundleSide {
        texts = new TreeMap<>(texts);
    }

    /// @throws app.attune.decider.BundleException as [BundleFolder#text]
    public static BundleSide of(BundleFolder folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        READ.stream().filter(folder::has).forEach(name -> texts.put(name, folder.text(name)));
        return new BundleSide(texts);
    }

    JsonNode json(String file) {
        return Json.read(texts.getOrDefault(file, "{}"), file);
    }

    /// Elements of a list by their id, in order.
    static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        list.forEach(node -> byId.put(node.path("id").asText(), node));
        return byId;
    }

    /// What the segment is called; its id when it is not there.
    String segmentName(String id) {
        JsonNode segment = byId(json(BundleFormat.SEGMENTS).path("segments")).get(id);
        return segment == null ? id : segment.path("name").asText(id);
    }
}
