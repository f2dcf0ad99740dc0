package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.core.Problem;
import app.attune.segments.SegmentId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RequestCheckTest {
    private static final ItemCatalogue CATALOGUE = new FakeCatalogue().with("a", "Tents");

    private static Rule rule(ContextCondition context) {
        return new Rule(
                        new RuleId("r"),
                        "R",
                        new SegmentId("all"),
                        new Treatment.Offer("X", ""),
                        Rule.Status.ACTIVE,
                        "")
                .withLimits(RuleLimits.none().withContext(context));
    }

    private static RequestContext request(String placement, String device, String... basket) {
        List<ItemId> items = List.of(basket).stream().map(ItemId::new).toList();
        return new RequestContext(
                Optional.of(placement),
                Optional.of(device),
                Optional.of(new RequestContext.Basket(items, OptionalDouble.empty())));
    }

    private static List<String> said(RequestContext context, Rule... rules) {
        return RequestCheck.of(context, List.of(rules), CATALOGUE).stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void whatNeitherRulesNorItemsKnowIsNamed() {
        Rule cart = rule(ContextCondition.any().withPlacements(List.of("home", "cart")));
        assertEquals(
                List.of(
                        "No rule asks for the placement kart; rules ask for cart, home.",
                        "Neither the events nor the catalogue know zzz of the basket."),
                said(request("kart", "phone", "a", "zzz"), cart));
        assertEquals(List.of(), said(request("cart", "fridge", "a"), cart));
    }

    @Test
    void retiredRulesAndRulesForAnyRequestMakeNothingKnown() {
        Rule retired =
                rule(ContextCondition.any().withDevices(List.of("phone"))).withStatus(Rule.Status.RETIRED);
        assertEquals(List.of(), said(request("kart", "fridge"), retired, rule(ContextCondition.any())));
        Rule paused = retired.withStatus(Rule.Status.PAUSED);
        assertEquals(
                List.of("No rule asks for the device fridge; rules ask for phone."),
                said(request("kart", "fridge"), paused));
    }
}
