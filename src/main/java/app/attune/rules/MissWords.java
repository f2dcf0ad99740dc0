package app.attune.rules;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Says what exactly kept a rule from a request: each part of the request that is not as it asks, or its status.
public final class MissWords {
    private final ItemCatalogue catalogue;

    /// @param catalogue of the items in baskets
    public MissWords(ItemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// "placement was “home”, the rule wants cart; basket total 12 is below 50"; empty where the cause says it all.
    public Optional<String> of(RuleTrace trace, Rule rule, RequestContext asked) {
        return switch (trace.cause()) {
            case STATUS -> Optional.of(status(rule.status()));
            case CONTEXT -> Optional.of(String.join("; ", parts(rule.limits().context(), asked)));
            case SCHEDULE ->
                Optional.of("it runs " + ScheduleWords.of(rule.limits().schedule()));
            case NONE, SWITCHED_OFF, SEGMENT, ROLLOUT, CAPPED, EARLIER_RULE -> Optional.empty();
            case PLACE_TAKEN, EXCLUDED, PINNED, REFUSED, HOLDOUT, NO_CANDIDATES -> Optional.empty();
        };
    }

    private static String status(Rule.Status status) {
        return switch (status) {
            case DRAFT -> "it is a draft, not yet active";
            case REVIEW -> "it is in review, not yet active";
            case PAUSED -> "it is paused";
            case RETIRED -> "it is retired";
            case ACTIVE -> "it is active";
        };
    }

    private List<String> parts(ContextCondition wanted, RequestContext asked) {
        List<String> parts = new ArrayList<>();
        text("placement", wanted.placements(), asked.placement()).ifPresent(parts::add);
        text("device", wanted.devices(), asked.device()).ifPresent(parts::add);
        Optional<RequestContext.Basket> basket = asked.basket();
        wanted.contains()
                .filter(items ->
                        !ContextCondition.any().withContains(Optional.of(items)).holds(asked, catalogue))
                .map(items -> basket.isEmpty()
                        ? "no basket was given, the rule wants " + selected(items) + " in it"
                        : "the basket does not have " + selected(items))
                .ifPresent(parts::add);
        wanted.total().ifPresent(least -> total(least, basket).ifPresent(parts::add));
        return parts;
    }

    private static Optional<String> text(String part, List<String> wanted, Optional<String> given) {
        if (wanted.isEmpty() || given.filter(wanted::contains).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(given.map(text -> part + " was \u201c" + text + "\u201d")
                        .orElse("no " + part + " was given") + ", the rule wants " + String.join(" or ", wanted));
    }

    private static Optional<String> total(double least, Optional<RequestContext.Basket> basket) {
        String wanted = RuleSentence.number(least);
        if (basket.isEmpty() || basket.get().total().isEmpty()) {
            return Optional.of("no basket total was given, the rule wants at least " + wanted);
        }
        double total = basket.get().total().getAsDouble();
        return total >= least
                ? Optional.empty()
                : Optional.of("basket total " + RuleSentence.number(total) + " is below " + wanted);
    }

    private String selected(ItemSelector items) {
        Function<ItemId, String> names = catalogue::name;
        return new RuleSentence(segment -> segment.value(), names).of(items);
    }
}
