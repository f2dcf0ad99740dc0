package app.attune.export;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.decide.Consent;
import app.attune.decide.DecisionSetup;
import app.attune.decide.ModelShelf;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleFormat;
import app.attune.rules.Rule;
import app.attune.rules.RuleJson;
import app.attune.rules.RulePolicyJson;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.Treatment;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;

/// The rules with everything else that decides. What narrows nothing is left out, so that engines that know no limits
/// are not kept from deciding the same.
final class RulesFile {
    private RulesFile() {}

    static String of(RuleSet ruleSet, ProfileDesk desk) {
        DecisionSetup setup = desk.setup();
        ObjectNode root = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        root.putObject("ruleSet")
                .put("version", ruleSet.version())
                .put("savedAt", ruleSet.savedAt().toString())
                .put("author", ruleSet.author())
                .put("note", ruleSet.note());
        ObjectNode decision = root.putObject("decision");
        decision.put("listLength", setup.length())
                .put("defaultModel", setup.models().defaultKind())
                .put("fallbackModel", ModelShelf.POPULARITY);
        decision.putObject("consent")
                .put("attribute", Consent.ATTRIBUTE)
                .put("granted", Consent.GRANTED)
                .put("missing", Consent.isDeclared(setup) ? "allowed" : "refused");
        RulePolicyJson.write(ruleSet.program().policy().withoutIdle(), decision);
        ArrayNode rules = root.putArray("rules");
        lean(ruleSet.program()).forEach(rule -> rules.add(rule(rule, desk)));
        return Json.writePretty(root);
    }

    /// With the feature that the item of its trigger is, where it recommends from that.
    private static ObjectNode rule(Rule rule, ProfileDesk desk) {
        ObjectNode node = RuleJson.write(rule);
        if (rule.treatment() instanceof Treatment.Recommend recommend
                && recommend.seed() == Treatment.Seed.TRIGGER
                && node.path("then") instanceof ObjectNode then) {
            then.put("seedFeature", desk.seed(rule.segment()).orElseThrow(() -> noTrigger(rule)));
        }
        return node;
    }

    private static ProblemException noTrigger(Rule rule) {
        return ProblemException.of(
                "export.no-trigger",
                "The rule " + rule.name() + " starts from the item of its trigger, but its segment " + rule.segment()
                        + " does not ask for the most events of one item.",
                "Add such a row to the segment, or let the rule look at all that users did.");
    }

    /// Without examples, which name users, whom a bundle must not.
    private static List<Rule> lean(RuleProgram program) {
        boolean weighed = program.policy().hitPolicy().isByWeight();
        return program.rules().stream()
                .map(rule -> weighed ? rule : rule.withWeight(OptionalInt.empty()))
                .map(rule -> rule.withAbout(rule.about().withExamples(List.of()))
                        .withLimits(rule.limits().withoutIdle()))
                .toList();
    }
}
