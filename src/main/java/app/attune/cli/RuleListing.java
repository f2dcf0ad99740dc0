package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Listed;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.rules.HitPolicy;
import app.attune.rules.HitPolicyWords;
import app.attune.rules.LimitCheck;
import app.attune.rules.LimitWords;
import app.attune.rules.ListLimit;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCheck;
import app.attune.rules.RuleCount;
import app.attune.rules.RuleFinding;
import app.attune.rules.RuleId;
import app.attune.rules.RuleImpact;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleReach;
import app.attune.rules.RuleSentence;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Writes the rules with their ids, whom they reach and what is wrong with them.
record RuleListing(RuleProgram program, RuleBasis basis, RuleSentence sentences, Progress progress) {
    /// @param asOf       when, in words
    /// @param whenBroken the exit code if a rule cannot work
    Report report(String asOf, int whenBroken) {
        List<Rule> rules = program.rules();
        RuleCount count = RuleCount.of(program, basis, progress);
        List<RuleReach> reach = count.reach();
        List<RuleFinding> findings = count.findings();
        List<String> lines = new ArrayList<>(List.of(asOf));
        ArrayNode array = Json.mapper().createArrayNode();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            lines.add((i + 1) + ". " + rule.name() + status(rule) + ": " + sentences.of(rule));
            lines.add("   " + rule.id().value() + ": " + words(rule, reach.get(i)));
            put(array.addObject(), rule, reach.get(i));
        }
        findings.forEach(finding -> lines.add(words(finding.severity()) + ": "
                + finding.problem().message() + " " + finding.problem().remedy()));
        lines.addAll(undocumented());
        lines.addAll(policy(program.policy()));
        boolean broken = findings.stream().anyMatch(finding -> finding.severity() == RuleFinding.Severity.BROKEN);
        return new Report(lines, array, broken ? whenBroken : ExitCode.OK);
    }

    private void put(ObjectNode node, Rule rule, RuleReach reach) {
        node.put("id", rule.id().value())
                .put("status", rule.status().name().toLowerCase(Locale.ROOT))
                .put("documented", rule.about().isDocumented())
                .put("sentence", sentences.of(rule))
                .put("at", basis.at().toString())
                .put("matched", reach.matched())
                .put("won", reach.won())
                .put("lost", reach.lost())
                .put("withheld", reach.refused())
                .put("heldOut", reach.heldOut());
        ObjectNode lostTo = node.putObject("lostTo");
        mostFirst(reach).forEach(entry -> lostTo.put(entry.getKey().value(), entry.getValue()));
    }

    private String words(Rule rule, RuleReach reach) {
        if (!rule.isActive()) {
            return "takes no part in decisions";
        }
        if (!rule.limits().schedule().isRunning(basis.at())) {
            return "does not run at " + basis.at();
        }
        List<String> why = new ArrayList<>();
        mostFirst(reach)
                .forEach(entry ->
                        why.add(Words.number(entry.getValue()) + " to \u201c" + name(entry.getKey()) + "\u201d"));
        if (reach.refused() > 0) {
            why.add(Words.notAgreed(reach.refused()));
        }
        if (reach.heldOut() > 0) {
            why.add(Words.number(reach.heldOut()) + " held out");
        }
        return (rule.limits().context().isAny() ? "" : "in such requests: ")
                + "matches " + Counted.of(reach.matched(), "user") + ", wins " + Words.number(reach.won()) + ", loses "
                + Words.number(reach.lost())
                + (why.isEmpty() ? "" : " (" + Listed.first(why) + ")");
    }

    private static List<Map.Entry<RuleId, Integer>> mostFirst(RuleReach reach) {
        return reach.lostTo().entrySet().stream()
                .sorted(Map.Entry.<RuleId, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().value()))
                .toList();
    }

    private String name(RuleId id) {
        return program.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Rule::name)
                .orElse(id.value());
    }

    /// " (paused)"; nothing if it is active.
    private static String status(Rule rule) {
        return rule.isActive() ? "" : " (" + rule.status().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String words(RuleFinding.Severity severity) {
        return switch (severity) {
            case BROKEN -> "Cannot work";
            case DOUBTFUL -> "Probably not as meant";
        };
    }

    private List<String> undocumented() {
        List<String> names =
                RuleCheck.undocumented(program.rules()).stream().map(Rule::name).toList();
        return names.isEmpty()
                ? List.of()
                : List.of("Undocumented, without intent or owner: " + String.join("; ", names) + ".");
    }

    private List<String> policy(RulePolicy policy) {
        List<String> lines = new ArrayList<>();
        if (policy.hitPolicy() != HitPolicy.RULE_ORDER) {
            lines.add(HitPolicyWords.sentence(policy.hitPolicy()));
        }
        LimitCheck check = new LimitCheck(basis.catalogue());
        for (ListLimit limit : policy.listLimits()) {
            lines.add(check.problem(limit)
                    .map(found -> words(RuleFinding.Severity.DOUBTFUL) + ": " + found.message() + " " + found.remedy())
                    .orElseGet(() -> LimitWords.sentence(limit)));
        }
        if (policy.isSwitchedOff()) {
            lines.add("The kill switch is pulled: all rules but those that never show items are off.");
        }
        if (policy.holdout().percent() > 0) {
            int agreed = RoaringBitmap.andNot(basis.users(), basis.refusing()).getCardinality();
            lines.add("Held out from rules: " + RuleSentence.of(policy.holdout()) + ", "
                    + Words.number(RuleImpact.heldOut(policy, basis, progress)) + " of the "
                    + Counted.of(agreed, "user") + " who may be personalised.");
        }
        return lines;
    }
}
