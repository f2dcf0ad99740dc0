package app.attune.rules.replay;

import app.attune.core.ItemId;
import app.attune.core.Listed;
import app.attune.rules.ModelWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says what a user would notice of one rule set instead of another.
public final class EffectWords {
    private static final int LISTED = 3;

    private final Function<ItemId, String> itemNames;

    public EffectWords(Function<ItemId, String> itemNames) {
        this.itemNames = itemNames;
    }

    /// One phrase for each part that differs, as in "the offer CART instead of WARM".
    public List<String> differences(Effect before, Effect after) {
        List<String> words = new ArrayList<>();
        if (!before.models().equals(after.models())) {
            boolean first = !before.models().getFirst().equals(after.models().getFirst());
            words.add("a list from " + models(after.models(), first) + " instead of " + models(before.models(), first));
        }
        if (!before.offers().equals(after.offers())) {
            words.add(offers(after.offers()) + " instead of " + offers(before.offers()));
        } else if (!before.texts().equals(after.texts())) {
            words.add("another text of " + offers(after.offers()));
        }
        pins(before.pinned(), after.pinned()).ifPresent(words::add);
        excluded(before.excluded(), after.excluded(), "hidden").ifPresent(words::add);
        excluded(after.excluded(), before.excluded(), "no longer hidden").ifPresent(words::add);
        factors(before.factors(), after.factors()).ifPresent(words::add);
        return words;
    }

    /// The first alone, if that is what differs.
    private static String models(List<String> kinds, boolean first) {
        return kinds.stream()
                .limit(first ? 1 : kinds.size())
                .map(ModelWords::name)
                .collect(Collectors.joining(", else "));
    }

    private static String offers(List<String> codes) {
        if (codes.isEmpty()) {
            return "no offer";
        }
        return (codes.size() == 1 ? "the offer " : "the offers ") + String.join(" and ", codes);
    }

    private Optional<String> pins(Map<Integer, ItemId> before, Map<Integer, ItemId> after) {
        Set<Integer> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        List<String> words = places.stream()
                .filter(place -> !Optional.ofNullable(before.get(place)).equals(Optional.ofNullable(after.get(place))))
                .map(place -> Optional.ofNullable(after.get(place))
                        .map(item -> itemNames.apply(item) + " pinned to place " + place)
                        .orElse("nothing pinned to place " + place))
                .toList();
        return listed(words, "");
    }

    private Optional<String> excluded(Set<ItemId> before, Set<ItemId> after, String what) {
        Set<ItemId> fresh = new HashSet<>(after);
        fresh.removeAll(before);
        return listed(names(fresh), " and what is like it " + what);
    }

    private Optional<String> factors(Map<ItemId, Double> before, Map<ItemId, Double> after) {
        Set<ItemId> items = new HashSet<>(before.keySet());
        items.addAll(after.keySet());
        Map<String, String> words = new TreeMap<>();
        for (ItemId item : items) {
            double was = before.getOrDefault(item, 1.0);
            double is = after.getOrDefault(item, 1.0);
            if (was != is) {
                words.put(itemNames.apply(item), (is > was ? "higher" : "lower") + " scores of ");
            }
        }
        return listed(
                words.entrySet().stream()
                        .map(word -> word.getValue() + word.getKey() + " and what is like it")
                        .toList(),
                "");
    }

    private List<String> names(Set<ItemId> items) {
        return items.stream().map(itemNames).sorted().toList();
    }

    private static Optional<String> listed(List<String> words, String end) {
        return words.isEmpty() ? Optional.empty() : Optional.of(Listed.first(LISTED, words) + end);
    }
}
