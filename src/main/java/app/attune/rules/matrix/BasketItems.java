package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.ItemCatalogue;
import app.attune.rules.ItemSelector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which selectors select one item.
final class BasketItems {
    private final List<ItemSelector> selectors;
    private final ItemCatalogue catalogue;

    BasketItems(List<ItemSelector> selectors, ItemCatalogue catalogue) {
        this.selectors = selectors;
        this.catalogue = catalogue;
    }

    /// One item for each combination that an item of the catalogue or one that is named has.
    Map<Set<ItemSelector>, ItemId> there() {
        Set<ItemId> items = named();
        if (selectors.stream().anyMatch(ItemSelector.WithAttribute.class::isInstance)) {
            items.addAll(catalogue.items());
        }
        Map<Set<ItemSelector>, ItemId> there = new LinkedHashMap<>();
        for (ItemId item : items) {
            Set<ItemSelector> has = new HashSet<>();
            selectors.stream().filter(one -> one.selects(item, catalogue)).forEach(has::add);
            there.putIfAbsent(Set.copyOf(has), item);
        }
        return there;
    }

    private Set<ItemId> named() {
        Set<ItemId> named = new LinkedHashSet<>();
        selectors.forEach(selector -> {
            if (selector instanceof ItemSelector.Items items) {
                named.addAll(items.items());
            }
        });
        return named;
    }

    /// The combinations that an item can have, whatever the catalogue; empty when there are more than `most`.
    Optional<Set<Set<ItemSelector>>> thinkable(int most) {
        Set<Set<ItemSelector>> kinds = new LinkedHashSet<>();
        kinds.add(Set.of());
        for (ItemId item : named()) {
            Set<ItemSelector> has = new HashSet<>();
            selectors.forEach(selector -> {
                if (selector instanceof ItemSelector.Items items
                        && items.items().contains(item)) {
                    has.add(selector);
                }
            });
            kinds.add(has);
        }
        for (Map.Entry<String, Set<String>> attribute : attributes().entrySet()) {
            List<Set<ItemSelector>> before = new ArrayList<>(kinds);
            for (String value : attribute.getValue()) {
                Set<ItemSelector> wanting = wanting(attribute.getKey(), value);
                before.forEach(kind -> {
                    Set<ItemSelector> more = new HashSet<>(kind);
                    more.addAll(wanting);
                    kinds.add(more);
                });
                if (kinds.size() > most) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(kinds);
    }

    /// The values asked for.
    private Map<String, Set<String>> attributes() {
        Map<String, Set<String>> attributes = new TreeMap<>();
        selectors.forEach(selector -> {
            if (selector instanceof ItemSelector.WithAttribute with) {
                attributes
                        .computeIfAbsent(with.attribute(), name -> new LinkedHashSet<>())
                        .addAll(with.values());
            }
        });
        return attributes;
    }

    private Set<ItemSelector> wanting(String attribute, String value) {
        Set<ItemSelector> wanting = new HashSet<>();
        selectors.forEach(selector -> {
            if (selector instanceof ItemSelector.WithAttribute with
                    && with.attribute().equals(attribute)
                    && with.values().contains(value)) {
                wanting.add(selector);
            }
        });
        return wanting;
    }
}
