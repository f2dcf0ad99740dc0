package app.attune.export.diff;

import app.attune.core.json.Json;
import app.attune.decider.BundleFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What changed from one bundle to another, in sentences.
///
/// @param rules    and what holds for all of them
/// @param segments those whose condition or name is another, that came or went
/// @param models   those trained anew, that came or went
public record BundleDiff(List<String> rules, List<String> segments, List<String> models) {
    /// Kinds by file.
    private static final SortedMap<String, String> MODELS = kinds();

    public BundleDiff {
        rules = plain(rules);
        segments = plain(segments);
        models = plain(models);
    }

    /// @throws app.attune.core.ProblemException `json.unreadable`
    public static BundleDiff between(BundleSide before, BundleSide after) {
        return new BundleDiff(RulesDiff.between(before, after), segments(before, after), models(before, after));
    }

    public boolean isEmpty() {
        return rules.isEmpty() && segments.isEmpty() && models.isEmpty();
    }

    private static SortedMap<String, String> kinds() {
        TreeMap<String, String> kinds = new TreeMap<>();
        BundleFormat.MODELS.forEach((kind, file) -> kinds.put(file, kind));
        return kinds;
    }

    /// On one line each, whatever is in a name.
    private static List<String> plain(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("[\\p{Cntrl}\\p{Cf}]", " "))
                .toList();
    }

    private static List<String> segments(BundleSide before, BundleSide after) {
        Map<String, JsonNode> old =
                BundleSide.byId(before.json(BundleFormat.SEGMENTS).path("segments"));
        Map<String, JsonNode> now =
                BundleSide.byId(after.json(BundleFormat.SEGMENTS).path("segments"));
        List<String> changes = new ArrayList<>();
        now.forEach((id, segment) -> {
            JsonNode was = old.get(id);
            if (was == null) {
                changes.add("Added " + quoted(segment) + ": " + sentence(segment) + ".");
            } else {
                changed(was, segment, changes);
            }
        });
        old.forEach((id, segment) -> {
            if (!now.containsKey(id)) {
                changes.add("Removed " + quoted(segment) + ": " + sentence(segment) + ".");
            }
        });
        return changes;
    }

    private static void changed(JsonNode was, JsonNode is, List<String> changes) {
        if (!was.path("name").equals(is.path("name"))) {
            changes.add("Renamed " + quoted(was) + " to " + quoted(is) + ".");
        }
        if (!was.path("condition").equals(is.path("condition"))) {
            changes.add("Changed " + quoted(is) + " from \u201c" + sentence(was) + "\u201d to \u201c" + sentence(is)
                    + "\u201d.");
        }
    }

    private static String sentence(JsonNode segment) {
        return segment.path("sentence").asText();
    }

    static String quoted(JsonNode named) {
        return "\u201c" + named.path("name").asText(named.path("id").asText()) + "\u201d";
    }

    private static List<String> models(BundleSide before, BundleSide after) {
        return new TreeSet<>(MODELS.keySet())
                .stream().flatMap(file -> model(file, before, after)).toList();
    }

    private static Stream<String> model(String file, BundleSide before, BundleSide after) {
        String name = MODELS.getOrDefault(file, file);
        String old = before.texts().getOrDefault(file, "");
        String now = after.texts().getOrDefault(file, "");
        if (old.isEmpty() || now.isEmpty()) {
            return old.equals(now) ? Stream.of() : Stream.of((old.isEmpty() ? "Added " : "Removed ") + name + ".");
        }
        return items(old).equals(items(now))
                ? Stream.of()
                : Stream.of("Changed " + name + ", trained on " + training(now) + " instead of " + training(old) + ".");
    }

    /// All but the first line, which says where the model comes from.
    private static String items(String text) {
        return text.substring(Math.max(0, text.indexOf('\n')));
    }

    private static String training(String text) {
        int end = text.indexOf('\n');
        JsonNode head = end < 0 ? MissingNode.getInstance() : Json.read(text.substring(0, end) + "]}", "model");
        JsonNode from = head.path("provenance");
        return from.path("rows").asText("unknown") + " rows up to "
                + from.path("to").asText("an unknown time");
    }
}
