package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.NearNames;
import app.attune.core.Problem;
import java.util.List;
import java.util.Optional;

/// Finds limits of a list that can never hold an item back, since no item is of their kind.
public final class LimitCheck {
    private final ItemCatalogue catalogue;

    public LimitCheck(ItemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// In the order of the limits. Nothing is found where no items are known at all.
    public List<Problem> problems(List<ListLimit> limits) {
        return limits.stream().flatMap(limit -> problem(limit).stream()).toList();
    }

    /// What is wrong with one.
    public Optional<Problem> problem(ListLimit limit) {
        return switch (limit.about()) {
            case ListLimit.EachValue each -> attribute(limit, each.attribute());
            case ListLimit.Selected selected ->
                switch (selected.items()) {
                    case ItemSelector.WithAttribute with ->
                        attribute(limit, with.attribute()).or(() -> values(limit, with));
                    case ItemSelector.Items items -> items(limit, items.items());
                };
        };
    }

    private Optional<Problem> attribute(ListLimit limit, String attribute) {
        if (catalogue.attributes().contains(attribute) || catalogue.items().isEmpty()) {
            return Optional.empty();
        }
        List<String> known = catalogue.attributes();
        return Optional.of(new Problem(
                "rules.limit-unknown-attribute",
                idle(limit) + "no item has the attribute " + attribute + ".",
                NearNames.question(attribute, known)
                        .orElse("Choose another attribute, or import a catalogue that has it.")));
    }

    private Optional<Problem> values(ListLimit limit, ItemSelector.WithAttribute with) {
        List<ItemId> all = catalogue.items();
        return all.isEmpty() || all.stream().anyMatch(item -> with.selects(item, catalogue))
                ? Optional.empty()
                : Optional.of(new Problem(
                        "rules.limit-no-items",
                        idle(limit) + "no item has such a value.",
                        "Choose values that items have: letter case matters."));
    }

    private Optional<Problem> items(ListLimit limit, List<ItemId> items) {
        List<String> unknown = items.stream()
                .filter(item -> !catalogue.contains(item))
                .map(ItemId::value)
                .toList();
        return unknown.isEmpty() || catalogue.items().isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "rules.limit-unknown-item",
                        LimitWords.sentence(limit) + " There is no item " + String.join(", ", unknown) + ".",
                        "Correct the item ids, or import the items first."));
    }

    private static String idle(ListLimit limit) {
        return LimitWords.sentence(limit) + " This limit holds nothing back: ";
    }
}
