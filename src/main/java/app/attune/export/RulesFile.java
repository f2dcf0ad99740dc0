package app.attune.export;

import app.attune.core.json.Json;
import app.attune.decide.Consent;
import app.attune.decide.DecisionSetup;
import app.attune.decide.ModelShelf;
import app.attune.decider.BundleFormat;
import app.attune.rules.Rule;
import app.attune.rules.RuleJson;
import app.attune.rules.RulePolicyJson;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;

/// The rules with everything else that decides. What narrows nothing is left out, so that engines that know no limits
/// are not kept from deciding the same.
final class RulesFile {
    private RulesFile() {}

    static String of(RuleSet ruleSet, DecisionSetup setup) {
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
        root.set("rules", RuleJson.write(lean(ruleSet.program())).path("rules"));
        return Json.writePretty(root);
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
