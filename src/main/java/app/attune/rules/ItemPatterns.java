package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One item for each way in which items differ to rules: all items that the same rules select are alike.
public final class ItemPatterns {
    private final List<Rule> rules;
    private final ItemCatalogue catalogue;

    private ItemPatterns(List<Rule> rules, ItemCatalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /// As candidates of equal score, in the order of the catalogue. Cost: items x rules.
    public static List<Candidate> representatives(List<Rule> rules, ItemCatalogue catalogue, Progress progress) {
        ItemPatterns patterns = new ItemPatterns(rules, catalogue);
        Map<BitSet, ItemId> byPattern = new LinkedHashMap<>();
        for (ItemId item : catalogue.items()) {
            progress.checkpoint();
            byPattern.putIfAbsent(patterns.pattern(item), item);
        }
        return byPattern.values().stream().map(item -> new Candidate(item, 1)).toList();
    }

    private BitSet pattern(ItemId item) {
        BitSet pattern = new BitSet(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            pattern.set(i, speaksOf(rules.get(i).treatment(), item));
        }
        return pattern;
    }

    private boolean speaksOf(Treatment treatment, ItemId item) {
        return switch (treatment) {
            case Treatment.Boost boost -> boost.items().selects(item, catalogue);
            case Treatment.Bury bury -> bury.items().selects(item, catalogue);
            case Treatment.Exclude exclude -> exclude.items().selects(item, catalogue);
            case Treatment.Pin pin -> pin.item().equals(item);
            case Treatment.Recommend ignored -> false;
            case Treatment.Offer ignored -> false;
        };
    }
}
