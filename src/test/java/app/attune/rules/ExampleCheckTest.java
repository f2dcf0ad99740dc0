package app.attune.rules;

import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.ruleFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.UserId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// For the users of [RuleCheckTest].
final class ExampleCheckTest {
    private static List<RuleFinding> findings(Rule... rules) {
        List<Rule> all = List.of(rules);
        RuleBasis basis = RuleCheckTest.basis();
        return RuleCheck.of(all, basis, RuleImpact.of(all, basis, Progress.none()));
    }

    private static List<String> codes(Rule... rules) {
        return findings(rules).stream().map(finding -> finding.problem().code()).toList();
    }

    private static Rule expecting(Rule rule, String user, RuleAbout.Expected expected) {
        return rule.withAbout(
                RuleAbout.intent("").withExamples(List.of(new RuleAbout.Example(new UserId(user), expected))));
    }

    @Test
    void examplesThatHoldAreNoFindingWhateverTheStatusOfTheRule() {
        Rule frequent = ruleFor("a", "frequent", offer("X"));
        for (Rule.Status status : Rule.Status.values()) {
            Rule rule = frequent.withStatus(status);
            assertEquals(List.of(), codes(expecting(rule, "u1", RuleAbout.Expected.APPLIES)));
            assertEquals(List.of(), codes(expecting(rule, "u4", RuleAbout.Expected.DOES_NOT_APPLY)));
        }
    }

    @Test
    void anExampleThatDoesNotHoldIsAFindingWithItsReason() {
        var outside = findings(expecting(ruleFor("a", "frequent", offer("X")), "u4", RuleAbout.Expected.APPLIES));
        assertEquals(
                List.of("\u201cRule a\u201d should apply to u4 by its example, and does not. The user is not in its"
                        + " segment."),
                outside.stream().map(finding -> finding.problem().message()).toList());
        assertEquals(RuleFinding.Severity.BROKEN, outside.getFirst().severity());
        Rule first = ruleFor("first", "buyers", offer("Y"));
        var beaten = findings(first, expecting(ruleFor("a", "frequent", offer("X")), "u1", RuleAbout.Expected.APPLIES));
        assertTrue(beaten.getLast().problem().message().endsWith("Lost to \u201cRule first\u201d, which comes first."));
        assertEquals(
                List.of("rules.example-fails"),
                codes(expecting(ruleFor("a", "frequent", offer("X")), "u1", RuleAbout.Expected.DOES_NOT_APPLY)));
        assertEquals(
                List.of("rules.unknown-example"),
                codes(expecting(ruleFor("a", "frequent", offer("X")), "nobody", RuleAbout.Expected.APPLIES)));
    }

    @Test
    void examplesOfRulesNotInForceAndOfUnknownUsersDoNotBreak() {
        Rule failing = expecting(ruleFor("a", "frequent", offer("X")), "u4", RuleAbout.Expected.APPLIES);
        Map<Rule.Status, List<String>> severities = new EnumMap<>(Rule.Status.class);
        for (Rule.Status status : Rule.Status.values()) {
            severities.put(status, severities(failing.withStatus(status)));
        }
        List<String> broken = List.of("rules.example-fails BROKEN");
        assertEquals(
                Map.of(
                        Rule.Status.DRAFT, List.of("rules.example-fails DOUBTFUL"),
                        Rule.Status.REVIEW, broken,
                        Rule.Status.ACTIVE, broken,
                        Rule.Status.PAUSED, broken,
                        Rule.Status.RETIRED, List.of()),
                severities);
        Rule unknown = expecting(ruleFor("a", "frequent", offer("X")), "nobody", RuleAbout.Expected.APPLIES);
        assertEquals(List.of("rules.unknown-example DOUBTFUL"), severities(unknown));
        assertEquals(List.of(), severities(unknown.withStatus(Rule.Status.RETIRED)));
    }

    @Test
    void aUserOutsideTheRolloutOrHeldOutDoesNotMakeTheRuleBroken() {
        Rule rule = expecting(ruleFor("a", "frequent", offer("X")), "u1", RuleAbout.Expected.APPLIES);
        Rule nobody = rule.withLimits(rule.limits().withRollout(new Rollout(0, "")));
        assertEquals(List.of("rules.example-outside DOUBTFUL"), outside(severities(nobody)));
        RuleProgram held = new RuleProgram(RulePolicy.usual().withHoldout(new Holdout(100, "all")), List.of(rule));
        RuleBasis basis = RuleCheckTest.basis();
        List<RuleReach> reach = RuleImpact.of(held, basis, Progress.none());
        List<String> messages = RuleCheck.of(held, basis, reach, Progress.none()).stream()
                .filter(finding -> finding.problem().code().equals("rules.example-outside"))
                .map(finding -> finding.problem().message())
                .toList();
        assertEquals(
                List.of("\u201cRule a\u201d should apply to u1 by its example, who is held out from rules; otherwise"
                        + " it would."),
                messages);
        Rule wrong = expecting(nobody, "u4", RuleAbout.Expected.APPLIES);
        assertEquals(List.of("rules.example-fails BROKEN"), outside(severities(wrong)));
    }

    private static List<String> outside(List<String> severities) {
        return severities.stream()
                .filter(words -> words.startsWith("rules.example"))
                .toList();
    }

    private static List<String> severities(Rule rule) {
        return findings(rule).stream()
                .map(finding -> finding.problem().code() + " " + finding.severity())
                .toList();
    }
}
