package app.attune.export.diff;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.decider.BundleFormat;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSetDiff;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What changed of the rules of two bundles: in the sentences of rules where both can be read as such, field by field
/// otherwise.
final class RulesDiff {
    /// What decisions need besides rules and their policy.
    private static final List<String> SETTINGS = List.of("listLength", "defaultModel", "fallbackModel", "consent");

    private RulesDiff() {}

    static List<String> between(BundleSide before, BundleSide after) {
        JsonNode old = before.json(BundleFormat.RULES);
        JsonNode now = after.json(BundleFormat.RULES);
        List<String> changes = new ArrayList<>();
        for (String setting : SETTINGS) {
            field(
                    setting,
                    old.path("decision").path(setting),
                    now.path("decision").path(setting),
                    changes);
        }
        try {
            RuleSentence sentences = new RuleSentence(id -> after.segmentName(id.value()), ItemId::value);
            changes.addAll(new RuleSetDiff(sentences).between(program(old), program(now)));
        } catch (ProblemException otherwise) {
            byFields(old, now, changes);
        }
        return changes;
    }

    /// The rules of a bundle as a file of rules.
    private static RuleProgram program(JsonNode file) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", RuleJson.FORMAT);
        file.path("decision").properties().forEach(entry -> root.set(entry.getKey(), entry.getValue()));
        root.remove(SETTINGS);
        root.set("rules", file.path("rules").deepCopy());
        root.path("rules").forEach(rule -> {
            if (rule.path("then") instanceof ObjectNode then) {
                then.remove("seedFeature");
            }
        });
        return RuleJson.program(Json.write(root), BundleFormat.RULES);
    }

    private static void byFields(JsonNode old, JsonNode now, List<String> changes) {
        names(old.path("decision"), now.path("decision")).stream()
                .filter(name -> !SETTINGS.contains(name))
                .forEach(name -> field(
                        name,
                        old.path("decision").path(name),
                        now.path("decision").path(name),
                        changes));
        Map<String, JsonNode> before = BundleSide.byId(old.path("rules"));
        Map<String, JsonNode> after = BundleSide.byId(now.path("rules"));
        after.forEach((id, rule) -> {
            JsonNode was = before.get(id);
            if (was == null) {
                changes.add("Added " + BundleDiff.quoted(rule) + ".");
            } else {
                names(was, rule)
                        .forEach(name -> field(
                                name + " of " + BundleDiff.quoted(rule), was.path(name), rule.path(name), changes));
            }
        });
        before.forEach((id, rule) -> {
            if (!after.containsKey(id)) {
                changes.add("Removed " + BundleDiff.quoted(rule) + ".");
            }
        });
        order(before, after, changes);
    }

    private static void order(Map<String, JsonNode> before, Map<String, JsonNode> after, List<String> changes) {
        List<String> old = before.keySet().stream().filter(after::containsKey).toList();
        List<String> now = after.keySet().stream().filter(before::containsKey).toList();
        if (!old.equals(now)) {
            changes.add("Changed the order of the rules to " + String.join(", ", now) + ".");
        }
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void field(String name, JsonNode was, JsonNode is, List<String> changes) {
        if (!was.equals(is)) {
            changes.add("Changed " + name + " from " + words(was) + " to " + words(is) + ".");
        }
    }

    private static String words(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.isTextual() ? value.asText() : Json.write(value);
    }
}
