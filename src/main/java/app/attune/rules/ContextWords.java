package app.attune.rules;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return words(context, items -> items.size() + (items.size() == 1 ? " item" : " items"));
    }

    /// The same with the names of the items in the basket: "basket of Mug (7) and Fleece (12), total 12.5".
    public static String of(RequestContext context, Function<ItemId, String> names) {
        return words(
                context,
                items -> items.isEmpty()
                        ? "no items"
                        : items.stream().map(item -> named(item, names)).collect(Collectors.joining(" and ")));
    }

    private static String named(ItemId item, Function<ItemId, String> names) {
        String name = names.apply(item);
        return name.equals(item.value()) ? name : name + " (" + item.value() + ")";
    }

    private static String words(RequestContext context, Function<List<ItemId>, String> items) {
        String basket = context.basket()
                .map(given -> "basket of " + items.apply(given.items())
                        + (given.total().isPresent()
                                ? ", total " + RuleSentence.number(given.total().getAsDouble())
                                : ", total not given"))
                .orElse("basket not given");
        return "placement " + context.placement().orElse("not given") + ", device "
                + context.device().orElse("not given") + ", " + basket
                + (context.shown().isNothing() ? "" : ", " + CapWords.of(context.shown()));
    }
}
