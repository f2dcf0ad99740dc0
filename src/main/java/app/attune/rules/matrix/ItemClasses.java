package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.rules.ItemCatalogue;
import app.attune.rules.ItemPatterns;
import app.attune.rules.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The items that rules tell apart: of all that the same rules select one, and the pinned ones that no catalogue has.
final class ItemClasses {
    private final ItemCatalogue catalogue;
    private final List<ItemId> candidates;
    private final List<ItemId> uncatalogued;

    ItemClasses(List<Treatment> treatments, ItemCatalogue catalogue, Progress progress) {
        this.catalogue = catalogue;
        candidates = ItemPatterns.of(treatments, catalogue, progress).entrySet().stream()
                .filter(pattern -> !pattern.getKey().isEmpty())
                .map(Map.Entry::getValue)
                .toList();
        Set<ItemId> pinned = new LinkedHashSet<>();
        treatments.forEach(treatment -> {
            if (treatment instanceof Treatment.Pin pin && !catalogue.contains(pin.item())) {
                pinned.add(pin.item());
            }
        });
        uncatalogued = List.copyOf(pinned);
    }

    /// One of each kind of item that a model can propose and some rule selects.
    List<ItemId> candidates() {
        return candidates;
    }

    /// With the pinned ones that no model proposes.
    List<ItemId> all() {
        List<ItemId> all = new ArrayList<>(candidates);
        all.addAll(uncatalogued);
        return all;
    }

    /// Whether a treatment is about an item.
    boolean selects(Treatment treatment, ItemId item) {
        return treatment.isAbout(item, catalogue);
    }
}
