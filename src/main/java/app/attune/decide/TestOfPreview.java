package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
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
    /// @throws ProblemException `decide.nothing-to-keep` if the test would expect nothing
    public static DecisionTest of(Preview shown) {
        Decision decision = shown.decision();
        Asked asked = new Asked(new Who.Known(shown.user()), Optional.of(shown.asOf()), decision.context());
        Wanted wanted = new Wanted(
                offer(decision),
                pinned(decision),
                excluded(shown.strategy()),
                rules(decision, trace -> trace.verdict() == RuleTrace.Verdict.FIRED),
                rules(decision, TestOfPreview::isRightlyIdle));
        DecisionTest test = new DecisionTest(name(asked), asked, wanted);
        if (test.expected().isEmpty()) {
            throw ProblemException.of(
                    "decide.nothing-to-keep",
                    "A test of " + shown.user() + " would expect nothing: no rule decides here, and those that are"
                            + " drafts, switched off, held out or rolled out to others may tomorrow.",
                    "Activate a rule or release the kill switch, and keep it then.");
        }
        return test;
    }

    /// No offer is expected only where no rule was kept from acting by what may be otherwise tomorrow.
    private static WantedOffer offer(Decision decision) {
        if (!decision.offers().isEmpty()) {
            return WantedOffer.of(
                    decision.offers().stream().map(DecidedOffer::code).toList());
        }
        boolean isSure = decision.rules().stream()
                .allMatch(trace -> trace.verdict() == RuleTrace.Verdict.FIRED || isRightlyIdle(trace));
        return isSure ? new WantedOffer.None() : new WantedOffer.Any();
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
