package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.rules.Rule;
import app.attune.segments.Feature;
import app.attune.segments.FeatureSet;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which rules ask for values that a server does not know until it makes them as the workbench does.
public final class ServerNeeds {
    private final List<Rule> rules;
    private final Map<SegmentId, SegmentDefinition> segments;
    private final List<MadeValue> made;

    public ServerNeeds(List<Rule> rules, List<SegmentDefinition> segments, List<MadeValue> made) {
        this.rules = List.copyOf(rules);
        this.segments = segments.stream().collect(Collectors.toMap(SegmentDefinition::id, Function.identity()));
        this.made = List.copyOf(made);
    }

    /// One finding for each rule and property, in the order of the rules, and one for all rules that count events of
    /// persons; none stops an export.
    public List<Problem> notes() {
        return made.stream().flatMap(this::notes).toList();
    }

    private Stream<Problem> notes(MadeValue value) {
        List<Rule> asking = asking(value);
        if (value.name().equals(MadeValue.USER) && asking.size() > 1) {
            return Stream.of(note(asking.size() + " rules need ", value));
        }
        return asking.stream().map(rule -> note("The rule " + rule.name() + " needs ", value));
    }

    private List<Rule> asking(MadeValue value) {
        return rules.stream()
                .filter(rule -> features(rule).anyMatch(feature -> needs(feature, value)))
                .toList();
    }

    private static Problem note(String who, MadeValue value) {
        return new Problem(
                "export.made-value",
                who + value.name() + " as the workbench makes it: " + value.words() + ".",
                "Have the server make it first, by derivedValues in manifest.json.");
    }

    private Stream<Feature> features(Rule rule) {
        return Stream.ofNullable(segments.get(rule.segment())).flatMap(ServerNeeds::features);
    }

    private static Stream<Feature> features(SegmentDefinition segment) {
        return FeatureSet.of(List.of(segment.condition())).features().stream();
    }

    private static boolean needs(Feature feature, MadeValue value) {
        return value.name().equals(MadeValue.USER) || feature.fields().contains(value.name());
    }

    /// What `manifest.json` says of the values that features of the bundle are built of; empty if of none.
    ArrayNode json(FeatureSet features) {
        ArrayNode list = Json.mapper().createArrayNode();
        for (MadeValue value : made) {
            List<String> asking = features.features().stream()
                    .filter(feature -> needs(feature, value))
                    .map(Feature::name)
                    .toList();
            if (!asking.isEmpty()) {
                list.add(json(value, asking));
            }
        }
        return list;
    }

    private ObjectNode json(MadeValue value, List<String> asking) {
        ObjectNode node =
                Json.mapper().createObjectNode().put("name", value.name()).put("words", value.words());
        ObjectNode settings = node.putObject("settings");
        value.settings().forEach(settings::put);
        value.sql().ifPresent(sql -> node.put("sql", sql));
        ArrayNode features = node.putArray("features");
        asking.forEach(features::add);
        ArrayNode needing = node.putArray("rules");
        asking(value).forEach(rule -> needing.add(rule.id().value()));
        return node;
    }
}
