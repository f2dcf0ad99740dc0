package app.attune.export;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What files would be like if an exporter had one bug.
///
/// @param change of the file as it should be
record ExporterBugs(String target, String name, UnaryOperator<String> change) {
    private static final String CONSENT = "consent_personalisation";

    static List<ExporterBugs> all() {
        List<ExporterBugs> all = new ArrayList<>();
        for (String target : List.of("jsonlogic", "flagd")) {
            all.add(renamed(target, "at least becomes more than", ">=", ">"));
            all.add(renamed(target, "at most becomes less than", "<=", "<"));
            all.add(renamed(target, "more than becomes at least", ">", ">="));
            all.add(renamed(target, "not is dropped", "!", "!!"));
            all.add(renamed(target, "or becomes and", "or", "and"));
            all.add(renamed(target, "is equal whatever the kind", "===", "=="));
            all.add(json(target, "missing is not asked", ExporterBugs::unasked));
            all.add(json(target, "kinds are not asked", node -> without(node, ExporterBugs::asksForKind)));
            all.add(json(target, "consent is dropped", node -> without(node, ExporterBugs::asksConsent)));
            all.add(json(target, "an empty group is everybody", ExporterBugs::everybody));
            all.add(json(target, "the last rule wins", node -> lastFirst(node, "if", 2)));
        }
        all.add(renamed("flagd", "begins becomes ends", "starts_with", "ends_with"));
        all.add(reworded("flagd", "a segment is taken for another", "segment-s5", "segment-s8"));
        all.add(renamed("growthbook", "at least becomes more than", "$gte", "$gt"));
        all.add(renamed("growthbook", "at most becomes less than", "$lte", "$lt"));
        all.add(renamed("growthbook", "one of becomes none of", "$in", "$nin"));
        all.add(renamed("growthbook", "or becomes and", "$or", "$and"));
        all.add(renamed("growthbook", "kinds are not asked", "$type", "$unasked"));
        all.add(json("growthbook", "missing is not asked", node -> field(node, "$type")));
        all.add(json("growthbook", "conditions are dropped", node -> field(node, "condition")));
        all.add(json("growthbook", "the last rule wins", node -> lastFirst(node, "rules", 1)));
        all.add(json("growthbook", "texts are expressions", node -> words(node, ExporterBugs::bare)));
        all.add(json("growthbook", "nobody is everybody", ExporterBugs::forcedForNobody));
        all.add(renamed("unleash", "not is dropped", "inverted", "unknown"));
        all.add(reworded("unleash", "at least becomes more than", "NUM_GTE", "NUM_GT"));
        all.add(reworded("unleash", "less than becomes at most", "NUM_LT", "NUM_LTE"));
        all.add(reworded("unleash", "begins becomes has", "STR_STARTS_WITH", "STR_CONTAINS"));
        all.add(json("unleash", "nobody is everybody", ExporterBugs::enabled));
        all.add(json("unleash", "the last rule wins", node -> lastFirst(node, "strategies", 1)));
        all.add(json("unleash", "consent is dropped", node -> without(node, ExporterBugs::asksConsent)));
        all.add(json("unleash", "rows are dropped", node -> field(node, "constraints")));
        all.addAll(sql());
        all.addAll(unomi());
        return all;
    }

    private static ExporterBugs json(String target, String name, UnaryOperator<JsonNode> change) {
        return new ExporterBugs(target, name, text -> Json.write(change.apply(Json.read(text, "right"))));
    }

    private static List<ExporterBugs> sql() {
        return List.of(
                replaced("at least becomes more than", " >= (?!CAST)", " > "),
                replaced("at most becomes less than", " <= (?!CAST)", " < "),
                replaced("more than becomes at least", " > (?=\\d)", " >= "),
                replaced("not is dropped", "NOT \\(", "("),
                replaced("or becomes and", " OR ", " AND "),
                replaced("missing is not asked", "\\w+ IS NOT NULL AND ", ""),
                replaced("missing is not true or false", "IS NOT NULL AND", "IS NULL OR"),
                replaced("an empty group is everybody", "1 = 0", "1 = 1"),
                replaced("everybody is nobody", "1 = 1", "1 = 0"),
                replaced("consent is dropped", "a_consent_personalisation IN \\([^)]*\\)", "1 = 1"),
                replaced("contains becomes begins", "(LOCATE\\(.*?\\)) > 0", "$1 = 1"),
                replaced("letter case is folded", "a_country IN", "LOWER(a_country) IN"),
                replaced("one of becomes none of", " IN \\(", " NOT IN ("),
                replaced("milliseconds become seconds", "(\\d{10})\\d{3}\\b", "$1"),
                replaced("a segment is taken for another", "segment_s5 IS", "segment_s7 IS"),
                replaced("an escape loses its backslash", "\\\\(?=[0-9A-F]{4})", ""),
                new ExporterBugs("sql", "the last rule wins", ExporterBugs::lastWhenFirst));
    }

    private static ExporterBugs replaced(String name, String from, String to) {
        return new ExporterBugs("sql", name, text -> text.replaceAll(from, to));
    }

    private static String lastWhenFirst(String text) {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("END AS offer") || lines[i].contains("END AS recommend")) {
                String[] arms =
                        lines[i].substring(0, lines[i].lastIndexOf(" END AS")).split(" WHEN ");
                StringBuilder turned = new StringBuilder(arms[0]);
                for (int at = arms.length - 1; at > 0; at--) {
                    turned.append(" WHEN ").append(arms[at]);
                }
                lines[i] = turned + lines[i].substring(lines[i].lastIndexOf(" END AS"));
            }
        }
        return String.join("\n", lines);
    }

    private static List<ExporterBugs> unomi() {
        return List.of(
                reworded("unomi", "at least becomes more than", "greaterThanOrEqualTo", "greaterThan"),
                reworded("unomi", "at most becomes less than", "lessThanOrEqualTo", "lessThan"),
                reworded("unomi", "less than becomes at most", "lessThan", "lessThanOrEqualTo"),
                reworded("unomi", "or becomes and", "or", "and"),
                reworded("unomi", "begins becomes is", "startsWith", "equals"),
                reworded("unomi", "there becomes missing", "exists", "missing"),
                json("unomi", "not is dropped", ExporterBugs::withoutNot),
                json("unomi", "consent is dropped", node -> without(node, ExporterBugs::asksCodedConsent)),
                json("unomi", "nobody is everybody", ExporterBugs::everybodyInUnomi),
                json("unomi", "texts are not coded to their end", node -> words(node, ExporterBugs::cut)));
    }

    private static JsonNode withoutNot(JsonNode node) {
        JsonNode inner = each(node, ExporterBugs::withoutNot);
        return inner.path("type").asText().equals("notCondition")
                ? inner.path("parameterValues").path("subCondition")
                : inner;
    }

    private static JsonNode everybodyInUnomi(JsonNode node) {
        JsonNode inner = each(node, ExporterBugs::everybodyInUnomi);
        JsonNode part = inner.path("parameterValues").path("subCondition");
        return part.path("type").asText().equals("matchAllCondition") ? part : inner;
    }

    private static boolean asksCodedConsent(JsonNode node) {
        return node.path("parameterValues").path("propertyName").asText().endsWith("a_" + CONSENT);
    }

    private static String cut(String word) {
        return word.startsWith("tx") ? word.substring(0, word.length() - 3) : word;
    }

    private static ExporterBugs renamed(String target, String name, String from, String to) {
        return json(target, name, node -> keys(node, key -> key.equals(from) ? to : key));
    }

    private static ExporterBugs reworded(String target, String name, String from, String to) {
        return json(target, name, node -> words(node, word -> word.equals(from) ? to : word));
    }

    private static JsonNode unasked(JsonNode node) {
        return without(node, part -> asksForNull(part) || asksForKind(part));
    }

    private static boolean asksForNull(JsonNode node) {
        return node.path("!==").path(1).isNull();
    }

    private static boolean asksForKind(JsonNode node) {
        JsonNode made = node.path("===").path(0);
        return made.has("cat") || made.has("+");
    }

    private static boolean asksConsent(JsonNode node) {
        return node.isObject()
                && node.size() != 2
                && node.toString().contains(CONSENT)
                && node.toString().length() < 4000
                && !node.has("if");
    }

    private static String bare(String word) {
        return word.contains("(?:") ? word.replace("\\", "") : word;
    }

    private static JsonNode everybody(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = Json.mapper().createArrayNode();
            node.forEach(part -> list.add(part.isBoolean() ? BooleanNode.TRUE : everybody(part)));
            return list;
        }
        return each(node, ExporterBugs::everybody);
    }

    private static JsonNode enabled(JsonNode node) {
        ObjectNode copy = node.deepCopy();
        copy.path("features").forEach(feature -> ((ObjectNode) feature).put("enabled", true));
        return copy;
    }

    private static JsonNode forcedForNobody(JsonNode node) {
        ObjectNode copy = node.deepCopy();
        copy.path("features").forEach(feature -> {
            if (feature.path("rules").isEmpty()) {
                ((ArrayNode) feature.path("rules"))
                        .addObject()
                        .put("id", "forced")
                        .put("force", true);
            }
        });
        return copy;
    }

    private static JsonNode each(JsonNode node, UnaryOperator<JsonNode> change) {
        if (node.isArray()) {
            ArrayNode list = Json.mapper().createArrayNode();
            node.forEach(part -> list.add(change.apply(part)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = Json.mapper().createObjectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), change.apply(entry.getValue())));
            return object;
        }
        return node;
    }

    private static JsonNode keys(JsonNode node, UnaryOperator<String> change) {
        JsonNode inner = each(node, part -> keys(part, change));
        if (!inner.isObject()) {
            return inner;
        }
        ObjectNode object = Json.mapper().createObjectNode();
        inner.properties().forEach(entry -> object.set(change.apply(entry.getKey()), entry.getValue()));
        return object;
    }

    private static JsonNode words(JsonNode node, UnaryOperator<String> change) {
        return node.isTextual()
                ? TextNode.valueOf(change.apply(node.textValue()))
                : each(node, part -> words(part, change));
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode inner = each(node, part -> field(part, name));
        return inner.isObject() ? ((ObjectNode) inner).without(name) : inner;
    }

    private static JsonNode without(JsonNode node, Predicate<JsonNode> dropped) {
        JsonNode inner = each(node, part -> without(part, dropped));
        if (!inner.isArray()) {
            return inner;
        }
        ArrayNode list = Json.mapper().createArrayNode();
        inner.forEach(part -> {
            if (!dropped.test(part)) {
                list.add(part);
            }
        });
        return list;
    }

    private static JsonNode lastFirst(JsonNode node, String name, int size) {
        JsonNode inner = each(node, part -> lastFirst(part, name, size));
        if (inner.path(name).isArray()) {
            ArrayNode list = Json.mapper().createArrayNode();
            JsonNode old = inner.path(name);
            int whole = old.size() / size * size;
            for (int at = whole - size; at >= 0; at -= size) {
                for (int i = 0; i < size; i++) {
                    list.add(old.path(at + i));
                }
            }
            for (int i = whole; i < old.size(); i++) {
                list.add(old.path(i));
            }
            ((ObjectNode) inner).set(name, list);
        }
        return inner;
    }
}
