package app.attune.rules.replay;

import app.attune.core.ItemId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a user could notice of a rule set, whatever a model proposes. Two rule sets that do the same by other rules
/// have equal effects.
///
/// @param model    the kind that is asked first
/// @param offer    its code
/// @param text     of the offer
/// @param pinned   items by place
/// @param factors  of one item for each way in which items differ to the rules, where it is not 1
/// @param excluded of the same items
public record Effect(
        String model,
        Optional<String> offer,
        Optional<String> text,
        Map<Integer, ItemId> pinned,
        Map<ItemId, Double> factors,
        Set<ItemId> excluded) {
    public Effect {
        pinned = Map.copyOf(pinned);
        factors = Map.copyOf(factors);
        excluded = Set.copyOf(excluded);
    }
}
