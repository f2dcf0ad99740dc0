package app.attune.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Context conditions and contexts in words.
public final class ContextWords {
    private ContextWords() {}

    /// " and placement is cart or home and basket total is at least 50"; nothing for any request.
    static String of(ContextCondition condition, Function<ItemSelector, String> selected) {
        List<String> parts = new ArrayList<>();
        if (!condition.placements().isEmpty()) {
            parts.add("placement is " + String.join(" or ", condition.placements()));
        }
        if (!condition.devices().isEmpty()) {
            parts.add("device is " + String.join(" or ", condition.devices()));
        }
        condition.contains().map(items -> "basket has " + selected.apply(items)).ifPresent(parts::add);
        condition.total().ifPresent(total -> parts.add("basket total is at least " + RuleSentence.number(total)));
        return parts.isEmpty() ? "" : " and " + String.join(" and ", parts);
    }

    /// "placement cart, device not given, basket of 2 items, total 12.5".
    public static String of(RequestContext context) {
        String basket = context.basket()
                .map(given -> "basket of " + given.items().size()
                        + (given.items().size() == 1 ? " item" : " items")
                        + (given.total().isPresent()
                                ? ", total " + RuleSentence.number(given.total().getAsDouble())
                                : ", total not given"))
                .orElse("basket not given");
        return "placement " + context.placement().orElse("not given") + ", device "
                + context.device().orElse("not given") + ", " + basket
                + (context.shown().isNothing() ? "" : ", " + CapWords.of(context.shown()));
    }
}
