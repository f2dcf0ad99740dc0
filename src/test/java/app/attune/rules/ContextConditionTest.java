package app.attune.rules;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.rules.RequestContext.Basket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ContextConditionTest {
    private static final ItemSelector TENTS = new ItemSelector.WithAttribute("category", List.of("Tents"));
    private static final ContextCondition WHOLE = new ContextCondition(
            List.of("cart", "checkout"), List.of("phone"), Optional.of(TENTS), OptionalDouble.of(50));
    private static final ItemAttributes ATTRIBUTES = Rulebook.attributes(Map.of("a", "Tents", "b", "Boots"));

    private static RequestContext request(String placement, String device, double total, String... items) {
        List<ItemId> basket = java.util.Arrays.stream(items).map(ItemId::new).toList();
        return new RequestContext(
                Optional.of(placement), Optional.of(device), Optional.of(new Basket(basket, OptionalDouble.of(total))));
    }

    private static boolean holds(RequestContext request) {
        return WHOLE.holds(request, ATTRIBUTES);
    }

    @Test
    void everyPartMustHold() {
        assertTrue(holds(request("checkout", "phone", 50, "b", "a")));
        assertFalse(holds(request("home", "phone", 50, "a")));
        assertFalse(holds(request("Cart", "phone", 50, "a")), "case is respected");
        assertFalse(holds(request("cart", "desktop", 50, "a")));
        assertFalse(holds(request("cart", "phone", 49.99, "a")));
        assertFalse(holds(request("cart", "phone", 50, "b", "unknown")));
        assertFalse(holds(request("cart", "phone", 50)));
    }

    @Test
    void whatIsNotGivenDoesNotMatchAndNothingAskedMatchesAlways() {
        assertFalse(holds(RequestContext.none()));
        Optional<Basket> basket = Optional.of(new Basket(List.of(new ItemId("a")), OptionalDouble.of(50)));
        Optional<Basket> unknownTotal = Optional.of(new Basket(List.of(new ItemId("a")), OptionalDouble.empty()));
        Optional<String> cart = Optional.of("cart");
        Optional<String> phone = Optional.of("phone");
        assertTrue(holds(new RequestContext(cart, phone, basket)));
        assertFalse(holds(new RequestContext(Optional.empty(), phone, basket)));
        assertFalse(holds(new RequestContext(cart, Optional.empty(), basket)));
        assertFalse(holds(new RequestContext(cart, phone, Optional.empty())));
        assertFalse(holds(new RequestContext(cart, phone, unknownTotal)));
        assertTrue(ContextCondition.any().holds(RequestContext.none(), ATTRIBUTES));
        ContextCondition free = ContextCondition.any().withTotal(OptionalDouble.of(0));
        assertFalse(free.holds(RequestContext.none(), ATTRIBUTES), "no basket is not a basket of 0");
    }

    @Test
    void aWitnessFitsAndThoseNearItTellEveryPart() {
        FakeCatalogue catalogue = new FakeCatalogue().with("b", "Boots").with("a", "Tents");
        ContextWitness witness = new ContextWitness(WHOLE, catalogue);
        assertTrue(WHOLE.holds(witness.fitting(), catalogue));
        for (ContextCondition looser : List.of(
                WHOLE.withPlacements(List.of()),
                WHOLE.withDevices(List.of()),
                WHOLE.withContains(Optional.empty()),
                WHOLE.withTotal(OptionalDouble.empty()),
                WHOLE.withTotal(OptionalDouble.of(49.999999)))) {
            assertTrue(witness.near().stream()
                    .anyMatch(near -> looser.holds(near, catalogue) && !WHOLE.holds(near, catalogue)));
        }
        assertEquals(RequestContext.none(), new ContextWitness(ContextCondition.any(), catalogue).fitting());
    }

    @Test
    void aRuleForAnotherRequestIsNotMatchedForThatReason() {
        Rule rule = rule("r", boost(2, "a")).withLimits(RuleLimits.none().withContext(WHOLE));
        RuleCase none = new RuleCase(
                new UserId("u"), Rulebook.MEMBER, Personalisation.ALLOWED, Instant.EPOCH, RequestContext.none());
        RulePlan plan = RuleEngine.plan(RuleProgram.of(List.of(rule)), none, ATTRIBUTES);
        assertEquals(
                RuleTrace.notMatched(rule, RuleTrace.Cause.CONTEXT),
                plan.settled().get(rule.id()));
        RuleCase fits = new RuleCase(
                new UserId("u"),
                Rulebook.MEMBER,
                Personalisation.ALLOWED,
                Instant.EPOCH,
                request("cart", "phone", 60, "a"));
        assertEquals(
                1,
                RuleEngine.plan(RuleProgram.of(List.of(rule)), fits, ATTRIBUTES)
                        .itemRules()
                        .size());
    }

    @Test
    void contextsSurviveTheRoundTripAndAreSaidInWords() {
        Rule rule = rule("a", offer("A")).withLimits(RuleLimits.none().withContext(WHOLE));
        assertEquals(List.of(rule), RuleJson.read(Json.write(RuleJson.write(List.of(rule))), "rules.json"));
        assertEquals(
                "IF a user is in all and placement is cart or checkout and device is phone and basket has items whose"
                        + " category is Tents and basket total is at least 50 THEN offer A (Text of A)",
                RuleSentence.plain().of(rule));
        assertEquals(
                "placement cart, device phone, basket of 1 item, total 9.5",
                ContextWords.of(request("cart", "phone", 9.5, "a")));
        assertEquals("placement not given, device not given, basket not given", ContextWords.of(RequestContext.none()));
    }

    @Test
    void whatIsNoContextIsNamedWithItsPlace() {
        assertEquals(
                "Can't read rules.json, rule 1, context: the field \"place\" is not known here; known are placements,"
                        + " devices, basket.",
                problem("{\"place\":\"cart\"}"));
        assertEquals(
                "Can't read rules.json, rule 1, context, basket: the number \"totalAtLeast\" is expected, found"
                        + " \"fifty\".",
                problem("{\"basket\":{\"totalAtLeast\":\"fifty\"}}"));
    }

    private static String problem(String context) {
        String text = """
                {"format":2,"rules":[{"id":"a","name":"A","segment":"s","status":"active","context":%s,
                 "then":{"do":"offer","code":"X","text":""}}]}""".formatted(context);
        return assertThrows(ProblemException.class, () -> RuleJson.read(text, "rules.json"))
                .problem()
                .message();
    }
}
