package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Require;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// At most so many items of a kind in one list, whoever asks and whatever rules apply; how places are filled under it
/// says step 5 of [Treatment].
///
/// @param most at least 1
public record ListLimit(About about, int most) {
    /// The most that can be allowed.
    public static final int MOST = 100;

    /// Which items count together.
    public sealed interface About {}

    /// All that are selected.
    public record Selected(ItemSelector items) implements About {}

    /// Those with the same value of an attribute, such as a brand or a group of variants; items without one are not
    /// limited.
    public record EachValue(String attribute) implements About {
        public EachValue {
            Require.notBlank(attribute, "The attribute of a limit");
        }
    }

    public ListLimit {
        Require.that(most >= 1 && most <= MOST, "A list allows from 1 to 100 items of a kind, not " + most);
    }

    /// How many of the items are of the kind that most of them are.
    public int fullest(List<ItemId> items, ItemAttributes attributes) {
        Map<String, Integer> counts = new HashMap<>();
        items.forEach(item -> group(item, attributes).ifPresent(group -> counts.merge(group, 1, Integer::sum)));
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// What the item counts with; empty if the limit is not about it.
    Optional<String> group(ItemId item, ItemAttributes attributes) {
        return switch (about) {
            case Selected selected -> selected.items().selects(item, attributes) ? Optional.of("") : Optional.empty();
            case EachValue each -> attributes.value(item, each.attribute());
        };
    }
}
