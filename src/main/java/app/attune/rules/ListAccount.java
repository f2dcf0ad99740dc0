package app.attune.rules;

import app.attune.core.ItemId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What became of every candidate and pinned item while a list was made, as the making itself left it.
///
/// @param outcome  with what was excluded, and the list
/// @param ranked   the candidates that are neither excluded nor pinned, the best first
/// @param scaledBy the rule that boosted or buried a candidate
/// @param pinnedBy the rule that pinned an item, by place
/// @param held     ranked candidates that a limit of the list held back, and the place of the limit, from 0
/// @param left     ranked candidates, then pinned items, that the list had no place for
public record ListAccount(
        RuleOutcome outcome,
        List<RankedItem> ranked,
        Map<ItemId, RuleId> scaledBy,
        Map<ItemId, RuleId> pinnedBy,
        Map<ItemId, Integer> held,
        List<ItemId> left) {
    public ListAccount {
        ranked = List.copyOf(ranked);
        scaledBy = Map.copyOf(scaledBy);
        pinnedBy = Collections.unmodifiableMap(new LinkedHashMap<>(pinnedBy));
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
        left = List.copyOf(left);
    }
}
