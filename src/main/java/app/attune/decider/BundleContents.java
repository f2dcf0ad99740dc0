package app.attune.decider;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Everything of a bundle that decisions follow from, read and checked.
///
/// @param segments by id
/// @param slots    what the segments ask of a profile
/// @param models   by kind
/// @param items    attributes by item
record BundleContents(
        ServerRuleSet rules,
        SortedMap<String, ServerCondition> segments,
        ProfileSlots slots,
        Map<String, ServerModel> models,
        Map<String, Map<String, String>> items) {
    /// Every item of the catalogue, of the models and of the rules.
    Set<String> itemsSpokenOf() {
        Set<String> names = new HashSet<>(items.keySet());
        models.values().forEach(model -> model.items().forEach(names::add));
        rules.rules().forEach(rule -> names.addAll(rule.then().items()));
        rules.policy().limits().forEach(limit -> names.addAll(limit.selector().listed()));
        return names;
    }

    /// @throws BundleException `bundle.malformed`, `bundle.format`, `bundle.missing-file`, `json.unreadable`
    static BundleContents read(BundleFolder folder) {
        ProfileSlots slots = new ProfileSlots();
        SortedMap<String, ServerCondition> segments = segments(folder, slots);
        ServerRuleSet rules = ServerRuleSet.read(file(folder, BundleFormat.RULES), segments.keySet());
        requireSeeds(rules, features(folder).keySet());
        return new BundleContents(rules, segments, slots, models(folder), items(file(folder, BundleFormat.ITEMS)));
    }

    /// That the items rules start from are among the features.
    private static void requireSeeds(ServerRuleSet rules, Set<String> features) {
        for (ServerRule rule : rules.rules()) {
            if (rule.then() instanceof ServerRule.Treatment.Recommend wanted
                    && wanted.seed().filter(seed -> !features.contains(seed)).isPresent()) {
                throw Fields.malformed(
                        BundleFormat.RULES,
                        "the feature of the seed of the rule \"" + rule.id() + "\" is not in " + BundleFormat.FEATURES);
            }
        }
    }

    private static Fields file(BundleFolder folder, String name) {
        return Fields.parse(folder.text(name), name);
    }

    private static Map<String, ValueKind> features(BundleFolder folder) {
        Fields file = file(folder, BundleFormat.FEATURES);
        file.requireFormat();
        Map<String, ValueKind> features = new HashMap<>();
        file.objects("features", feature -> {
            features.put(feature.text("name"), isItem(feature) ? ValueKind.TEXT : ValueKind.NUMBER);
            return feature;
        });
        return features;
    }

    private static boolean isItem(Fields feature) {
        return feature.has("measure")
                && feature.object("measure")
                        .optionalText("kind")
                        .filter("item-with-most"::equals)
                        .isPresent();
    }

    private static SortedMap<String, ServerCondition> segments(BundleFolder folder, ProfileSlots slots) {
        Map<String, ValueKind> features = features(folder);
        Fields file = file(folder, BundleFormat.SEGMENTS);
        file.requireFormat();
        Map<String, ValueKind> kinds = new HashMap<>();
        file.objects("attributes", attribute -> {
            kinds.put(attribute.text("name"), ValueKind.of(attribute));
            return attribute;
        });
        ServerCondition.Known known = new ServerCondition.Known(kinds, features, slots);
        SortedMap<String, ServerCondition> segments = new TreeMap<>();
        file.objects("segments", segment -> {
            String id = segment.text("id");
            ServerCondition condition = ServerCondition.read(segment.object("condition"), known);
            if (segments.put(id, condition) != null) {
                throw file.malformed("the segment \"" + id + "\" is there twice");
            }
            return id;
        });
        return segments;
    }

    private static Map<String, ServerModel> models(BundleFolder folder) {
        Map<String, ServerModel> models = new LinkedHashMap<>();
        read(folder, BundleFormat.COUNTED, ServerModel.Popular::read, models);
        read(folder, BundleFormat.WEIGHED, ServerModel.SimilarItems::read, models);
        read(folder, BundleFormat.FACTORED, ServerFactors::read, models);
        return models;
    }

    private static void read(
            BundleFolder folder,
            List<String> names,
            Function<Fields, ServerModel> reading,
            Map<String, ServerModel> models) {
        for (String name : names) {
            if (folder.has(name)) {
                ServerModel model = reading.apply(file(folder, name));
                models.put(model.kind(), model);
            }
        }
    }

    private static Map<String, Map<String, String>> items(Fields file) {
        file.requireFormat();
        Map<String, Map<String, String>> items = new HashMap<>();
        file.objects("items", item -> {
            Map<String, String> attributes = new HashMap<>();
            for (Map.Entry<String, JsonValue> entry : item.entries("attributes").entrySet()) {
                if (!(entry.getValue() instanceof JsonValue.Text text)) {
                    throw item.malformed("the attribute \"" + entry.getKey() + "\" is not a text");
                }
                attributes.put(entry.getKey(), text.value());
            }
            return items.put(item.text("item"), attributes) == null;
        });
        return items;
    }
}
