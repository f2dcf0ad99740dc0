package app.attune.rules;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.bury;
import static app.attune.rules.Rulebook.candidates;
import static app.attune.rules.Rulebook.decide;
import static app.attune.rules.Rulebook.exclude;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.pin;
import static app.attune.rules.Rulebook.rule;
import static app.attune.rules.Rulebook.ruleFor;
import static app.attune.rules.Rulebook.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.rules.RuleTrace.Cause;
import app.attune.rules.RuleTrace.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleEngineTest {
    private static RuleTrace trace(RuleOutcome outcome, String rule) {
        return outcome.traces().stream()
                .filter(trace -> trace.rule().value().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static void assertLost(RuleOutcome outcome, String rule, Cause cause, String to) {
        RuleTrace trace = trace(outcome, rule);
        assertEquals(Verdict.LOST, trace.verdict());
        assertEquals(cause, trace.cause());
        assertEquals(Optional.of(new RuleId(to)), trace.lostTo());
    }

    private static void assertFired(RuleOutcome outcome, String rule, int items) {
        RuleTrace trace = trace(outcome, rule);
        assertEquals(Verdict.FIRED, trace.verdict());
        assertEquals(items, trace.items());
    }

    @Test
    void withoutRulesTheModelsOrderStays() {
        assertEquals(List.of("a", "b", "c"), shown(decide(List.of(), candidates("a", "b", "c"), 10)));
    }

    @Test
    void boostAndBuryMultiplyTheScore() {
        var outcome =
                decide(List.of(rule("up", boost(4, "c")), rule("down", bury(.1, "a"))), candidates("a", "b", "c"), 3);
        assertEquals(List.of("c", "b", "a"), shown(outcome));
        assertEquals(4, outcome.items().get(0).score());
        assertEquals(1, outcome.items().get(0).modelScore());
        assertEquals(Optional.of(new RuleId("up")), outcome.items().get(0).scoredBy());
        assertFired(outcome, "up", 1);
    }

    @Test
    void earlierFactorDecidesPerItemAndTheLaterRuleLosesWhenNothingIsLeft() {
        var rules =
                List.of(rule("first", boost(2, "b")), rule("second", bury(.5, "b", "c")), rule("third", bury(.1, "b")));
        var outcome = decide(rules, candidates("a", "b", "c"), 3);
        assertEquals(List.of("b", "a", "c"), shown(outcome));
        assertFired(outcome, "second", 1);
        assertLost(outcome, "third", Cause.EARLIER_RULE, "first");
    }

    @Test
    void tiesGoToTheSmallerNumberThenToTheSmallerText() {
        var equal = List.of(
                new Candidate(new ItemId("b"), 1),
                new Candidate(new ItemId("10"), 1),
                new Candidate(new ItemId("9"), 1),
                new Candidate(new ItemId("a"), 1));
        assertEquals(List.of("9", "10", "a", "b"), shown(decide(List.of(), equal, 4)));
    }

    @Test
    void excludedItemsAreNotShownEvenWhenAnEarlierRuleBoostsThem() {
        var outcome = decide(List.of(rule("up", boost(9, "b")), rule("out", exclude("b"))), candidates("a", "b"), 5);
        assertEquals(List.of("a"), shown(outcome));
        assertLost(outcome, "up", Cause.EXCLUDED, "out");
        assertEquals(Map.of(new ItemId("b"), new RuleId("out")), outcome.excluded());
    }

    @Test
    void pinStandsAtItsPlaceEvenIfTheModelDidNotListTheItem() {
        var outcome = decide(List.of(rule("pin", pin("z", 2))), candidates("a", "b"), 5);
        assertEquals(List.of("a", "z", "b"), shown(outcome));
        assertEquals(0, outcome.items().get(1).modelScore());
        assertEquals(Optional.of(new RuleId("pin")), outcome.items().get(1).pinnedBy());
    }

    @Test
    void pinMovesUpWhenTheListIsTooShort() {
        var outcome = decide(List.of(rule("p9", pin("y", 9)), rule("p7", pin("z", 7))), candidates("a"), 10);
        assertEquals(List.of("a", "z", "y"), shown(outcome));
    }

    @Test
    void laterPinLosesThePlaceAndTheItem() {
        var rules = List.of(rule("p1", pin("z", 1)), rule("p2", pin("y", 1)), rule("p3", pin("z", 3)));
        var outcome = decide(rules, candidates("a", "b", "y"), 10);
        assertEquals(List.of("z", "a", "b", "y"), shown(outcome));
        assertLost(outcome, "p2", Cause.PLACE_TAKEN, "p1");
        assertLost(outcome, "p3", Cause.EARLIER_RULE, "p1");
    }

    @Test
    void orderDecidesBetweenPinAndExclude() {
        var pinFirst = decide(List.of(rule("pin", pin("b", 1)), rule("out", exclude("b"))), candidates("a", "b"), 5);
        assertEquals(List.of("b", "a"), shown(pinFirst));
        assertLost(pinFirst, "out", Cause.PINNED, "pin");
        var outFirst = decide(List.of(rule("out", exclude("b")), rule("pin", pin("b", 1))), candidates("a", "b"), 5);
        assertEquals(List.of("a"), shown(outFirst));
        assertLost(outFirst, "pin", Cause.EXCLUDED, "out");
    }

    @Test
    void excludeThatTakesOutALaterPinHasFired() {
        var rules = List.of(rule("p1", pin("b", 1)), rule("out", exclude("b", "z")), rule("p2", pin("z", 2)));
        var outcome = decide(rules, candidates("a", "b"), 5);
        assertEquals(List.of("b", "a"), shown(outcome));
        assertFired(outcome, "out", 1);
        assertLost(outcome, "p2", Cause.EXCLUDED, "out");
    }

    @Test
    void boostOfAPinnedItemLosesToThePin() {
        var outcome = decide(List.of(rule("up", boost(9, "b")), rule("pin", pin("b", 2))), candidates("a", "b"), 5);
        assertEquals(List.of("a", "b"), shown(outcome));
        assertLost(outcome, "up", Cause.PINNED, "pin");
    }

    @Test
    void firstRecommendAndFirstOfferWinEachOnItsOwn() {
        var plan = RuleEngine.plan(
                List.of(
                        rule("o1", offer("FIVE")),
                        rule("m1", new Treatment.Recommend("item-knn")),
                        rule("m2", new Treatment.Recommend("popularity")),
                        rule("o2", offer("TEN"))),
                Rulebook.MEMBER,
                Personalisation.ALLOWED);
        assertEquals(List.of("item-knn"), plan.models());
        assertEquals("o1", plan.offers().getFirst().id().value());
        var outcome = RuleEngine.apply(plan, List.of(), ItemAttributes.none(), 1);
        assertLost(outcome, "m2", Cause.EARLIER_RULE, "m1");
        assertLost(outcome, "o2", Cause.EARLIER_RULE, "o1");
    }

    @Test
    void pausedAndUnmatchedRulesDoNothing() {
        Rule paused = new Rule(new RuleId("paused"), "Paused", Rulebook.ALL, exclude("a"), Rule.Status.PAUSED, "");
        var outcome = decide(List.of(paused, ruleFor("other", "vip", exclude("a"))), candidates("a"), 5);
        assertEquals(List.of("a"), shown(outcome));
        assertEquals(Verdict.INACTIVE, trace(outcome, "paused").verdict());
        assertEquals(Verdict.NOT_MATCHED, trace(outcome, "other").verdict());
    }

    @Test
    void refusedPersonalisationLeavesOnlyExcludes() {
        var rules = List.of(
                rule("up", boost(9, "b")), rule("out", exclude("a")), rule("pin", pin("z", 1)), rule("o", offer("X")));
        var plan = RuleEngine.plan(rules, Rulebook.MEMBER, Personalisation.REFUSED);
        var outcome = RuleEngine.apply(plan, candidates("a", "b"), ItemAttributes.none(), 5);
        assertEquals(List.of("b"), shown(outcome));
        assertEquals(1, outcome.items().get(0).score());
        assertEquals(Cause.REFUSED, trace(outcome, "up").cause());
        assertEquals(Cause.REFUSED, trace(outcome, "o").cause());
        assertTrue(plan.offers().isEmpty());
        assertFired(outcome, "out", 1);
    }

    @Test
    void attributesSelectItems() {
        var treatment = new Treatment.Exclude(new ItemSelector.WithAttribute("category", List.of("Tents")));
        var plan = RuleEngine.plan(List.of(rule("out", treatment)), Set.of(Rulebook.ALL), Personalisation.ALLOWED);
        var outcome = RuleEngine.apply(
                plan, candidates("a", "b", "c"), Rulebook.attributes(Map.of("a", "Tents", "b", "tents")), 5);
        assertEquals(List.of("b", "c"), shown(outcome));
    }

    @Test
    void aListWithoutRoomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> decide(List.of(), candidates("a"), 0));
    }
}
