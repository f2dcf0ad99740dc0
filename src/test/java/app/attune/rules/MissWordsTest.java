package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissWordsTest {
    private static final ContextCondition CART = ContextCondition.any()
            .withPlacements(List.of("cart"))
            .withDevices(List.of("phone", "tablet"))
            .withContains(Optional.of(new ItemSelector.Items(List.of(new ItemId("i1")))))
            .withTotal(OptionalDouble.of(50));

    private static Rule rule(ContextCondition context, Rule.Status status) {
        return new Rule(new RuleId("r"), "R", new SegmentId("all"), new Treatment.Offer("A", "text"), status, "")
                .withLimits(RuleLimits.none().withContext(context));
    }

    private static String said(Rule rule, RequestContext request) {
        RuleCase asked =
                new RuleCase(new UserId("u"), Set.of(rule.segment()), Personalisation.ALLOWED, Instant.EPOCH, request);
        RulePlan plan = RuleEngine.plan(RuleProgram.of(List.of(rule)), asked, ItemAttributes.none());
        RuleTrace trace = RuleEngine.apply(plan, List.of(), ItemAttributes.none(), 1)
                .traces()
                .getFirst();
        return new MissWords(RuleBasis.empty().catalogue())
                .of(trace, rule, request)
                .orElse("");
    }

    @Test
    void everyPartThatIsNotAsAskedIsNamedAndNoOther() {
        RequestContext other = new RequestContext(
                Optional.of("home"),
                Optional.of("phone"),
                Optional.of(new RequestContext.Basket(List.of(new ItemId("i2")), OptionalDouble.of(12))));
        assertEquals(
                "placement was \u201chome\u201d, the rule wants cart; the basket does not have i1; basket total 12 is below 50",
                said(rule(CART, Rule.Status.ACTIVE), other));
        assertEquals(
                "no placement was given, the rule wants cart; no device was given, the rule wants phone or tablet; no"
                        + " basket was given, the rule wants i1 in it; no basket total was given, the rule wants at least 50",
                said(rule(CART, Rule.Status.ACTIVE), RequestContext.none()));
    }

    @Test
    void aRuleThatFiresMissesNothing() {
        assertEquals("", said(rule(ContextCondition.any(), Rule.Status.ACTIVE), RequestContext.none()));
    }

    @Test
    void eachStatusHasItsWords() {
        assertEquals(
                List.of(
                        "it is a draft, not yet active",
                        "it is in review, not yet active",
                        "it is paused",
                        "it is retired"),
                List.of(Rule.Status.DRAFT, Rule.Status.REVIEW, Rule.Status.PAUSED, Rule.Status.RETIRED).stream()
                        .map(status -> said(rule(ContextCondition.any(), status), RequestContext.none()))
                        .toList());
    }

    @Test
    void itemsOfABasketAreNamed() {
        RequestContext request = new RequestContext(
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new RequestContext.Basket(List.of(new ItemId("7"), new ItemId("8")), OptionalDouble.of(12.5))));
        assertEquals(
                "placement not given, device not given, basket of Mug (7) and 8, total 12.5",
                ContextWords.of(request, item -> item.value().equals("7") ? "Mug" : item.value()));
    }
}
