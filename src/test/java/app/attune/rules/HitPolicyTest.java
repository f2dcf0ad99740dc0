package app.attune.rules;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.candidates;
import static app.attune.rules.Rulebook.exclude;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.pin;
import static app.attune.rules.Rulebook.rule;
import static app.attune.rules.Rulebook.ruleFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.rules.RuleTrace.Cause;
import app.attune.rules.RuleTrace.Verdict;
import app.attune.rules.TriedModel.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class HitPolicyTest {
    private static RulePlan plan(HitPolicy policy, Rule... rules) {
        RuleCase asked = new RuleCase(
                new UserId("ann"), Rulebook.MEMBER, Personalisation.ALLOWED, Instant.EPOCH, RequestContext.none());
        return RuleEngine.plan(
                new RuleProgram(RulePolicy.usual().withHitPolicy(policy), List.of(rules)),
                asked,
                ItemAttributes.none());
    }

    private static List<RuleTrace> traces(RulePlan plan) {
        return RuleEngine.apply(plan, candidates("a", "b"), ItemAttributes.none(), 5)
                .traces();
    }

    private static Rule weighing(int weight, Rule rule) {
        return rule.withWeight(OptionalInt.of(weight));
    }

    private static List<String> codes(RulePlan plan) {
        return plan.offers().stream().map(rule -> rule.id().value()).toList();
    }

    @Test
    void underFirstOnlyTheFirstThatMatchesActsBesidesExclude() {
        RulePlan plan = plan(
                HitPolicy.FIRST,
                ruleFor("other", "vip", offer("A")),
                rule("out", exclude("a")),
                rule("pin", pin("b", 1)),
                rule("offer", offer("B")),
                rule("out-too", exclude("z")),
                rule("list", new Treatment.Recommend("item-knn")));
        List<RuleTrace> traces = traces(plan);
        assertEquals(
                List.of(Verdict.NOT_MATCHED, Verdict.FIRED, Verdict.FIRED, Verdict.LOST, Verdict.FIRED, Verdict.LOST),
                traces.stream().map(RuleTrace::verdict).toList());
        assertEquals(Cause.EARLIER_RULE, traces.get(3).cause());
        assertEquals(Optional.of(new RuleId("pin")), traces.get(3).lostTo());
        assertEquals(Optional.of(new RuleId("pin")), traces.get(5).lostTo());
        assertTrue(plan.offers().isEmpty() && plan.models().isEmpty());
    }

    @Test
    void underPriorityTheHeaviestActsFirstAndTracesKeepTheirOrder() {
        RulePlan plan = plan(
                HitPolicy.PRIORITY,
                rule("none", offer("A")),
                weighing(5, rule("five", offer("B"))),
                weighing(9, rule("nine", boost(2, "a"))),
                weighing(5, rule("five-too", offer("C"))),
                weighing(0, rule("nil", offer("D"))));
        assertEquals(List.of("five"), codes(plan));
        assertEquals(
                List.of("none", "five", "nine", "five-too", "nil"),
                traces(plan).stream().map(trace -> trace.rule().value()).toList());
        RuleProgram program = new RuleProgram(RulePolicy.usual().withHitPolicy(HitPolicy.PRIORITY), plan.rules());
        assertEquals(
                List.of("nine", "five", "five-too", "none", "nil"),
                program.acting().stream().map(rule -> rule.id().value()).toList());
    }

    @Test
    void weightsSayNothingUnderOtherPolicies() {
        Rule light = weighing(1, rule("light", offer("A")));
        Rule heavy = weighing(9, rule("heavy", offer("B")));
        assertEquals(List.of("light"), codes(plan(HitPolicy.RULE_ORDER, light, heavy)));
        assertEquals(List.of("light"), codes(plan(HitPolicy.FIRST, light, heavy)));
        assertEquals(List.of("light", "heavy"), codes(plan(HitPolicy.COLLECT, light, heavy)));
        assertEquals(List.of("heavy"), codes(plan(HitPolicy.PRIORITY, light, heavy)));
    }

    @Test
    void underCollectAllOffersFireAndOneListAlone() {
        RulePlan plan = plan(
                HitPolicy.COLLECT,
                rule("a", offer("A")),
                rule("m", new Treatment.Recommend("als")),
                ruleFor("other", "vip", offer("X")),
                rule("b", offer("B")),
                rule("n", new Treatment.Recommend("item-knn")));
        assertEquals(List.of("a", "b"), codes(plan));
        assertEquals(List.of("als"), plan.models());
        assertEquals(Optional.of(new RuleId("m")), traces(plan).getLast().lostTo());
    }

    @Test
    void theTraceSaysWhichOfTheChainAnswered() {
        RulePlan plan = plan(HitPolicy.RULE_ORDER, rule("m", new Treatment.Recommend("als", List.of("popularity"))));
        List<TriedModel> tried =
                List.of(new TriedModel("als", Answer.NOT_TRAINED), new TriedModel("popularity", Answer.GAVE));
        RuleTrace fired = traces(plan.asked(tried)).getFirst();
        assertEquals(Verdict.FIRED, fired.verdict());
        assertEquals(tried, fired.tried());
        assertEquals("Fired: als is not trained; Popularity gave the list.", RuleSentence.of(fired, plan.rules()));
        RuleTrace lost = traces(plan.asked(tried.subList(0, 1))).getFirst();
        assertEquals(Cause.NO_CANDIDATES, lost.cause());
        assertEquals("Nothing to list: als is not trained.", RuleSentence.of(lost, plan.rules()));
    }

    @Test
    void aWeightThatSaysNothingIsFoundAndAChainMayHaveGaps() {
        Rule heavy = weighing(3, rule("m", new Treatment.Recommend("als", List.of("popularity"))));
        assertEquals(
                List.of("rules.weight-ignored", "rules.model-skipped"),
                codes(HitPolicy.FIRST, heavy).stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertEquals(List.of("rules.model-skipped"), codes(HitPolicy.PRIORITY, heavy));
        assertEquals(
                List.of("rules.model-not-trained", "rules.model-not-trained"),
                codes(HitPolicy.PRIORITY, rule("m", new Treatment.Recommend("als", List.of("bpr")))));
    }

    private static List<String> codes(HitPolicy policy, Rule rule) {
        RuleBasis empty = RuleBasis.empty();
        RuleBasis basis = new RuleBasis(
                empty.users(),
                List.of(segment()),
                empty.audiences(),
                empty.refusing(),
                empty.catalogue(),
                java.util.Set.of("popularity"));
        RuleProgram program = new RuleProgram(RulePolicy.usual().withHitPolicy(policy), List.of(rule));
        return RuleCheck.of(program, basis, RuleImpact.of(program, basis, Progress.none()), Progress.none()).stream()
                .map(finding -> finding.problem().code())
                .toList();
    }

    private static app.attune.segments.SegmentDefinition segment() {
        return new app.attune.segments.SegmentDefinition(
                Rulebook.ALL, 1, "All", new app.attune.segments.AllOf(List.of()), "", "", Instant.EPOCH);
    }

    @Test
    void changesOfPolicyAndWeightAreTold() {
        Rule rule = rule("a", offer("A"));
        RuleProgram before = RuleProgram.of(List.of(rule));
        RuleProgram after =
                new RuleProgram(RulePolicy.usual().withHitPolicy(HitPolicy.PRIORITY), List.of(weighing(7, rule)));
        assertEquals(
                List.of(
                        "Changed how rules act from in rule order to by weight: Rules act by weight, the heaviest"
                                + " first; those without weight last, equal ones in their order.",
                        "Changed “Rule a” from “IF a user is in all THEN offer A (Text of A)” to “IF a user is in all"
                                + " THEN offer A (Text of A), weight 7”."),
                new RuleSetDiff(RuleSentence.plain()).between(before, after));
    }
}
