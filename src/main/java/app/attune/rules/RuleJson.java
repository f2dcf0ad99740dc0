package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.NearNames;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.segments.SegmentId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Reads and writes rules as JSON, as `schema/rules.schema.json` describes it.
public final class RuleJson {
    /// The version of the format written. Since 2 a rule can have an owner, a ticket and examples; since 3 a weight
    /// and fallback models, and the rules a hit policy; since 4 a recommendation can start from the item of a trigger.
    /// Older ones are still read.
    public static final int FORMAT = 4;

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "segment",
            "status",
            "intent",
            "owner",
            "ticket",
            "examples",
            "rollout",
            "schedule",
            "context",
            "cap",
            "weight",
            "then");
    private static final List<String> ROOT =
            List.of("format", "rules", "hitPolicy", "holdout", "switchedOff", LimitJson.FIELD);
    private static final int SHOWN = 60;

    private RuleJson() {}

    /// An object of `format` and `rules`, in order.
    public static ObjectNode write(List<Rule> rules) {
        return write(RuleProgram.of(rules));
    }

    /// The same with what holds for all rules.
    public static ObjectNode write(RuleProgram program) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", FORMAT);
        RulePolicyJson.write(program.policy(), root);
        List<Rule> rules = program.rules();
        ArrayNode array = root.putArray("rules");
        rules.forEach(rule -> array.add(write(rule)));
        return root;
    }

    public static ObjectNode write(Rule rule) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", rule.id().value());
        node.put("name", rule.name());
        node.put("segment", rule.segment().value());
        node.put("status", rule.status().name().toLowerCase(Locale.ROOT));
        RuleAboutJson.write(rule.about(), node);
        RuleLimitsJson.write(rule.limits(), node);
        rule.weight().ifPresent(weight -> node.put("weight", weight));
        node.set("then", TreatmentJson.write(rule.treatment()));
        return node;
    }

    /// Reads what [#write(List)] wrote, in this format or an older one.
    ///
    /// @throws ProblemException `rules.unreadable` naming the rule and what is wrong; `json.unreadable`
    public static List<Rule> read(String text, String what) {
        return program(text, what).rules();
    }

    /// Reads what [#write(RuleProgram)] wrote, in this format or an older one.
    public static RuleProgram program(String text, String what) {
        JsonNode root = Json.read(text, what);
        List<Rule> rules = read(root, what);
        only(root, ROOT, what);
        return new RuleProgram(RulePolicyJson.read(root, what), rules);
    }

    public static List<Rule> read(JsonNode root, String what) {
        int format = root.path("format").asInt(0);
        if (format < 1 || format > FORMAT) {
            throw unreadable(what, format == 0 ? "it names no format" : "its format " + format + " is not known here");
        }
        JsonNode array = root.path("rules");
        if (!array.isArray()) {
            throw unreadable(what, "it has no list of rules");
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : array) {
            Rule rule = rule(node, what + ", rule " + (rules.size() + 1));
            if (rules.stream().anyMatch(known -> known.id().equals(rule.id()))) {
                throw unreadable(what, "two rules have the id " + rule.id());
            }
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(JsonNode node, String what) {
        only(node, FIELDS, what);
        return checked(
                what,
                () -> new Rule(
                        new RuleId(text(node, "id", what)),
                        text(node, "name", what),
                        new SegmentId(text(node, "segment", what)),
                        TreatmentJson.read(node.path("then"), what),
                        status(text(node, "status", what), what),
                        RuleAboutJson.read(node, what),
                        RuleLimitsJson.read(node, what),
                        weight(node, what)));
    }

    private static OptionalInt weight(JsonNode node, String what) {
        JsonNode weight = node.path("weight");
        if (!weight.isMissingNode() && !(weight.canConvertToExactIntegral() && weight.canConvertToInt())) {
            throw missing(what, "whole number", "weight", weight);
        }
        return weight.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(weight.asInt());
    }

    /// @throws ProblemException `rules.unreadable` naming the place if a value is out of its range
    static <T> T checked(String what, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw unreadable(what, e.getMessage() == null ? "a value is out of range" : e.getMessage());
        }
    }

    private static Rule.Status status(String word, String what) {
        List<String> known = new ArrayList<>();
        for (Rule.Status status : Rule.Status.values()) {
            known.add(status.name().toLowerCase(Locale.ROOT));
            if (known.getLast().equals(word)) {
                return status;
            }
        }
        throw unknown(what, "the status \"" + word + "\"", word, known);
    }

    /// @throws ProblemException `rules.unreadable` naming the field that does not belong and the ones that do
    static void only(JsonNode node, List<String> fields, String what) {
        if (!node.isObject()) {
            throw unreadable(what, "found " + found(node) + " where an object is expected");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw unknown(what, "the field \"" + name + "\"", name, fields);
            }
        });
    }

    /// A word that is none of a few.
    static ProblemException unknown(String what, String thing, String word, List<String> known) {
        return ProblemException.of(
                "rules.unreadable",
                "Can't read " + what + ": " + thing + " is not known here; known are " + String.join(", ", known) + ".",
                NearNames.question(word, known)
                        .orElse("Correct it there; attune rule WORKSPACE example prints how rules are written."));
    }

    private static String found(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    static String text(JsonNode node, String field, String what) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw missing(what, "text", field, value);
        }
        return value.asText();
    }

    static String textOr(JsonNode node, String field, String otherwise, String what) {
        return node.has(field) ? text(node, field, what) : otherwise;
    }

    static JsonNode array(JsonNode node, String field, String what) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw missing(what, "list", field, value);
        }
        return value;
    }

    private static ProblemException missing(String what, String kind, String field, JsonNode value) {
        String named = "the " + kind + " \"" + field + "\"";
        return unreadable(
                what, value.isMissingNode() ? named + " is missing" : named + " is expected, found " + found(value));
    }

    static double number(JsonNode node, String field, String what) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw missing(what, "number", field, value);
        }
        return value.asDouble();
    }

    static List<String> texts(JsonNode node, String field, String what) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : node.path(field)) {
            if (!value.isTextual()) {
                throw unreadable(what, "\"" + field + "\" holds " + found(value) + ", only texts are expected");
            }
            texts.add(value.asText());
        }
        return texts;
    }

    static List<ItemId> items(JsonNode node, String field, String what) {
        return texts(node, field, what).stream().map(ItemId::new).toList();
    }

    static ProblemException unreadable(String what, String reason) {
        return ProblemException.of(
                "rules.unreadable",
                "Can't read " + what + ": " + reason + ".",
                "Correct it there (attune rule WORKSPACE example prints how rules are written), or export the rules again.");
    }
}
