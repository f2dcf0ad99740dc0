package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.rules.DecisionTest;
import app.attune.rules.DecisionTest.Asked;
import app.attune.rules.DecisionTest.Wanted;
import app.attune.rules.DecisionTest.WantedOffer;
import app.attune.rules.DecisionTest.Who;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Makes a test of what a preview shows: the same user, time and request, and what the rules make of them now.
///
/// Items that a model chose are not expected, since every training may change them; nor is what only the draw of a
/// rollout, the holdout, the kill switch, a status or an untrained model kept from happening.
public final class TestOfPreview {
    private TestOfPreview() {}

    /// @param shown with a list of [DecisionSetup#LENGTH] places, as tests are run
    public static DecisionTest of(Preview shown) {
        Decision decision = shown.decision();
        Asked asked = new Asked(new Who.Known(shown.user()), Optional.of(shown.asOf()), decision.context());
        Wanted wanted = new Wanted(
                decision.offer()
                        .<WantedOffer>map(offer -> new WantedOffer.Code(offer.code()))
                        .orElseGet(WantedOffer.None::new),
                pinned(decision),
                excluded(shown.strategy()),
                rules(decision, trace -> trace.verdict() == RuleTrace.Verdict.FIRED),
                rules(decision, TestOfPreview::isRightlyIdle));
        return new DecisionTest(name(asked), asked, wanted);
    }

    private static List<ItemId> pinned(Decision decision) {
        return decision.items().stream()
                .filter(item -> item.source() == DecidedItem.Source.RULE)
                .map(DecidedItem::item)
                .toList();
    }

    /// Those that would have been on the list without the rule.
    private static List<ItemId> excluded(Strategy strategy) {
        return strategy.stages().stream()
                .filter(stage -> stage.name() == Stage.Name.FILTERS)
                .flatMap(stage -> stage.dropped().stream())
                .filter(dropped -> dropped.rank().orElse(Integer.MAX_VALUE) <= DecisionSetup.LENGTH)
                .map(Stage.Dropped::item)
                .filter(item -> !strategy.listed().contains(item))
                .toList();
    }

    private static List<RuleId> rules(Decision decision, Predicate<RuleTrace> which) {
        return decision.rules().stream().filter(which).map(RuleTrace::rule).toList();
    }

    private static boolean isRightlyIdle(RuleTrace trace) {
        return switch (trace.cause()) {
            case SEGMENT, CONTEXT, SCHEDULE, CAPPED, EARLIER_RULE, PLACE_TAKEN, EXCLUDED, PINNED, REFUSED -> true;
            case NONE, STATUS, SWITCHED_OFF, ROLLOUT, HOLDOUT, NO_CANDIDATES -> false;
        };
    }

    private static String name(Asked asked) {
        StringBuilder name = new StringBuilder();
        RequestContext context = asked.context();
        asked.at().ifPresent(at -> name.append(" at ").append(at));
        context.placement().ifPresent(placement -> name.append(", ").append(placement));
        context.device().ifPresent(device -> name.append(", ").append(device));
        context.basket().ifPresent(basket -> name.append(", basket ").append(basket(basket)));
        String user = "User " + asked.who().user().value();
        return DecisionTest.shortName(user + name, "");
    }

    private static String basket(RequestContext.Basket basket) {
        String items = basket.items().stream().map(ItemId::value).collect(Collectors.joining(" "));
        return basket.total().isEmpty()
                ? items
                : (items + " of " + basket.total().getAsDouble()).strip();
    }
}
