package app.attune.rules.replay;

import app.attune.core.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a user could notice of a rule set, whatever a model proposes. Two rule sets that do the same by other rules
/// have equal effects. Limits of lists are no part of it: what they hold back only models tell.
///
/// @param models   the kinds that are asked, in order
/// @param offers   codes in order
/// @param texts    of the offers
/// @param pinned   items by place
/// @param factors  of one item for each way in which items differ to the rules, where it is not 1
/// @param excluded of the same items
public record Effect(
        List<String> models,
        List<String> offers,
        List<String> texts,
        Map<Integer, ItemId> pinned,
        Map<ItemId, Double> factors,
        Set<ItemId> excluded) {
    public Effect {
        models = List.copyOf(models);
        offers = List.copyOf(offers);
        texts = List.copyOf(texts);
        pinned = Map.copyOf(pinned);
        factors = Map.copyOf(factors);
        excluded = Set.copyOf(excluded);
    }
}
