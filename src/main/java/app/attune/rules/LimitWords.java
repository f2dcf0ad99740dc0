package app.attune.rules;

import app.attune.core.Counted;
import app.attune.core.ItemId;
import java.util.stream.Collectors;

/// Limits of a list in words.
public final class LimitWords {
    private LimitWords() {}

    /// As in "At most 2 items of each brand in one list."
    public static String sentence(ListLimit limit) {
        return "At most " + of(limit) + " in one list.";
    }

    /// As in "2 items of each brand".
    public static String of(ListLimit limit) {
        String count = Counted.of(limit.most(), "item");
        return switch (limit.about()) {
            case ListLimit.EachValue each -> count + " of each " + spaced(each.attribute());
            case ListLimit.Selected selected -> count + selected(selected.items());
        };
    }

    private static String selected(ItemSelector selector) {
        return switch (selector) {
            case ItemSelector.WithAttribute with ->
                " with " + spaced(with.attribute()) + " " + String.join(" or ", with.values());
            case ItemSelector.Items items ->
                " of " + items.items().stream().map(ItemId::value).collect(Collectors.joining(", "));
        };
    }

    private static String spaced(String attribute) {
        return attribute.replace('_', ' ');
    }
}
