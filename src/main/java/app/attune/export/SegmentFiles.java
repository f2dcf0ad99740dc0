package app.attune.export;

import app.attune.core.json.Json;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleFormat;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;
import app.attune.segments.ConditionSentence;
import app.attune.segments.EventCondition;
import app.attune.segments.Feature;
import app.attune.segments.FeatureSql;
import app.attune.segments.FieldKind;
import app.attune.segments.MarkedCondition;
import app.attune.segments.NoneOf;
import app.attune.segments.ProfileShape;
import app.attune.segments.UserCondition;
import app.attune.segments.WhenMissing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// Segments over attributes and named features, and what the features are.
final class SegmentFiles {
    private final ProfileShape shape;

    private SegmentFiles(ProfileShape shape) {
        this.shape = shape;
    }

    static String segments(ProfileDesk desk) {
        SegmentFiles files = new SegmentFiles(desk.shape());
        ObjectNode root = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        ArrayNode attributes = root.putArray("attributes");
        desk.shape()
                .attributes()
                .forEach((name, kind) -> attributes
                        .addObject()
                        .put("name", name)
                        .put("kind", word(kind.map(FieldKind::name).orElse("UNKNOWN"))));
        ConditionSentence words = ConditionSentence.naming(desk.segments());
        ArrayNode segments = root.putArray("segments");
        desk.segments().forEach(segment -> {
            ObjectNode node = segments.addObject();
            node.put("id", segment.id().value())
                    .put("version", segment.version())
                    .put("name", segment.name())
                    .put("sentence", words.of(segment.condition()));
            node.set("condition", files.condition(segment.condition()));
        });
        return Json.writePretty(root);
    }

    private ObjectNode condition(Condition condition) {
        return switch (condition) {
            case AllOf(List < Condition > parts) -> group("all", parts);
            case AnyOf(List < Condition > parts) -> group("any", parts);
            case NoneOf(List < Condition > parts) -> group("none", parts);
            case UserCondition row -> condition(shape.plain(row));
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row ->
                orMissing(
                        row.whenMissing(),
                        test("attribute", row.attribute(), row.comparison(), shape.values(row)),
                        test("attribute", row.attribute(), Comparison.IS_MISSING, List.of()));
            case EventCondition row -> {
                Feature feature = shape.features().of(row);
                yield orMissing(
                        row.whenMissing(),
                        test(feature, row.comparison(), ProfileShape.values(row)),
                        test(feature, Comparison.IS_MISSING, List.of()));
            }
        };
    }

    private static ObjectNode orMissing(WhenMissing whenMissing, ObjectNode test, ObjectNode missing) {
        if (whenMissing == WhenMissing.NO) {
            return test;
        }
        ObjectNode node = Json.mapper().createObjectNode();
        node.putArray("any").add(test).add(missing);
        return node;
    }

    private ObjectNode group(String word, List<Condition> parts) {
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = node.putArray(word);
        parts.forEach(part -> array.add(condition(part)));
        return node;
    }

    private static ObjectNode test(Feature feature, Comparison comparison, List<?> values) {
        ObjectNode node = test("feature", feature.name(), comparison, values);
        return feature.isItem() ? node.put("kind", "item") : node;
    }

    private static ObjectNode test(String source, String name, Comparison comparison, List<?> values) {
        ObjectNode node = Json.mapper().createObjectNode().put(source, name);
        node.put("comparison", word(comparison.name()));
        ArrayNode array = node.putArray("values");
        values.forEach(value -> array.add(Json.mapper().<JsonNode>valueToTree(value)));
        return node;
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String features(ProfileDesk desk) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        root.put(
                "asOfSemantics",
                "Every feature is measured at an as-of time; only events strictly before it count. Windows are"
                        + " half-open: the start belongs to them, the end does not. A day is 24 hours, UTC; different days are"
                        + " days of the calendar in UTC. A time between two events includes its end, and of two events at"
                        + " one time each is before and after the other.");
        ArrayNode features = root.putArray("features");
        desk.shape().features().features().forEach(feature -> features.add(feature(feature)));
        return Json.writePretty(root);
    }

    private static ObjectNode feature(Feature feature) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("name", feature.name());
        node.put("words", feature.words());
        JsonNode definition = ConditionJson.node(feature.condition());
        node.set("measure", definition.path("measure"));
        node.set("types", definition.path("types"));
        node.set("where", definition.path("where"));
        if (definition.has("near")) {
            node.set("near", definition.path("near"));
        }
        node.set("window", definition.path("window"));
        node.put("withoutEvents", feature.isMissingWithoutEvents() ? "missing" : "0");
        node.put("sql", FeatureSql.of(feature));
        return node;
    }
}
