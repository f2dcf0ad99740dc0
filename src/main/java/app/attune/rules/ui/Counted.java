package app.attune.rules.ui;

import app.attune.core.Progress;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleConflict;
import app.attune.rules.RuleCount;
import app.attune.rules.RuleFinding;
import app.attune.rules.RuleImpact;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleReach;
import app.attune.rules.RuleSentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What was found out about rules: whom they reach, what is wrong with them, and how many users are held out from them.
record Counted(List<RuleReach> reach, List<RuleFinding> findings, int heldOut, Instant at) {
    Counted {
        reach = List.copyOf(reach);
        findings = List.copyOf(findings);
    }

    static Counted nothing() {
        return new Counted(List.of(), List.of(), 0, Instant.EPOCH);
    }

    static Counted of(RuleProgram program, RuleBasis basis, Progress progress) {
        RuleCount count = RuleCount.of(program, basis, progress);
        int heldOut = RuleImpact.heldOut(program.policy(), basis, progress);
        return new Counted(count.reach(), count.findings(), heldOut, basis.at());
    }

    /// The rules as rows, with what is known of each even if it was counted before the last change.
    List<RuleRow> rows(List<Rule> rules, RuleSentence sentences) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> row(i + 1, rules, sentences))
                .toList();
    }

    private RuleRow row(int place, List<Rule> rules, RuleSentence sentences) {
        Rule rule = rules.get(place - 1);
        Optional<RuleReach> ofRule =
                reach.stream().filter(one -> one.rule().equals(rule.id())).findFirst();
        String winner = ofRule.flatMap(RuleReach::mainWinner)
                .flatMap(id -> rules.stream().filter(one -> one.id().equals(id)).findFirst())
                .map(Rule::name)
                .orElse("");
        List<RuleFinding> ofFindings = findings.stream()
                .filter(finding -> finding.rule().equals(rule.id()))
                .toList();
        List<RuleConflict> conflicts = RuleConflict.of(reach).stream()
                .filter(conflict -> conflict.isAbout(rule.id()))
                .toList();
        return new RuleRow(place, rule, sentences.of(rule), ofRule, winner, ofFindings, conflicts, at);
    }
}
