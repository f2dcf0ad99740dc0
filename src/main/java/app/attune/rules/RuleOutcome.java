package app.attune.rules;

import app.attune.core.ItemId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the rules made of a model's candidates.
///
/// @param items    the list, place 1 first
/// @param excluded candidates that are not shown and the rule that took each out, in the model's order
/// @param traces   one per rule, in order
public record RuleOutcome(List<RuledItem> items, Map<ItemId, RuleId> excluded, List<RuleTrace> traces) {
    public RuleOutcome {
        items = List.copyOf(items);
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        traces = List.copyOf(traces);
    }
}
