package app.attune.rules;

import app.attune.core.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Intent, owner, ticket and examples as fields of a rule; what is empty but the intent is left out.
final class RuleAboutJson {
    private static final List<String> EXAMPLE = List.of("user", "applies");

    private RuleAboutJson() {}

    static void write(RuleAbout about, ObjectNode rule) {
        rule.put("intent", about.intent());
        if (!about.owner().isEmpty()) {
            rule.put("owner", about.owner());
        }
        if (!about.ticket().isEmpty()) {
            rule.put("ticket", about.ticket());
        }
        if (!about.examples().isEmpty()) {
            ArrayNode examples = rule.putArray("examples");
            about.examples()
                    .forEach(example -> examples.addObject()
                            .put("user", example.user().value())
                            .put("applies", example.expected() == RuleAbout.Expected.APPLIES));
        }
    }

    static RuleAbout read(JsonNode rule, String what) {
        List<RuleAbout.Example> examples = new ArrayList<>();
        if (rule.has("examples")) {
            RuleJson.array(rule, "examples", what)
                    .forEach(node -> examples.add(example(node, what + ", example " + (examples.size() + 1))));
        }
        return new RuleAbout(
                RuleJson.textOr(rule, "intent", "", what),
                RuleJson.textOr(rule, "owner", "", what),
                RuleJson.textOr(rule, "ticket", "", what),
                examples);
    }

    private static RuleAbout.Example example(JsonNode node, String what) {
        RuleJson.only(node, EXAMPLE, what);
        JsonNode applies = node.path("applies");
        if (!applies.isBoolean()) {
            throw RuleJson.unreadable(what, "\"applies\" says true or false");
        }
        return new RuleAbout.Example(
                new UserId(RuleJson.text(node, "user", what)),
                applies.asBoolean() ? RuleAbout.Expected.APPLIES : RuleAbout.Expected.DOES_NOT_APPLY);
    }
}
