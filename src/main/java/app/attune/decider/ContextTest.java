package app.attune.decider;

import app.attune.decider.ServerRule.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which requests a rule is for; a part that asks for what was not given fails.
///
/// @param contains an item the basket must have
/// @param atLeast  what the basket's total must reach; minus infinity for any basket or none
record ContextTest(List<String> placements, List<String> devices, Optional<Selector> contains, double atLeast) {
    private static final ContextTest ANY =
            new ContextTest(List.of(), List.of(), Optional.empty(), Double.NEGATIVE_INFINITY);

    boolean passes(ServerContext given, Map<String, Map<String, String>> items) {
        return isAmong(given.placement(), placements)
                && isAmong(given.device(), devices)
                && !(given.total().orElse(Double.NEGATIVE_INFINITY) < atLeast)
                && (contains.isEmpty() || has(given.items(), contains.get(), items));
    }

    private static boolean isAmong(Optional<String> given, List<String> asked) {
        return asked.isEmpty() || (given.isPresent() && asked.contains(given.get()));
    }

    private static boolean has(List<String> basket, Selector selector, Map<String, Map<String, String>> items) {
        for (int at = 0; at < basket.size(); at++) {
            if (selector.selects(basket.get(at), items)) {
                return true;
            }
        }
        return false;
    }

    static ContextTest read(Fields rule) {
        if (!rule.has("context")) {
            return ANY;
        }
        Fields asked = rule.object("context");
        Optional<Fields> basket = asked.has("basket") ? Optional.of(asked.object("basket")) : Optional.empty();
        return new ContextTest(
                asked.has("placements") ? asked.texts("placements") : List.of(),
                asked.has("devices") ? asked.texts("devices") : List.of(),
                basket.filter(part -> part.has("contains")).map(part -> Selector.read(part.object("contains"))),
                basket.filter(part -> part.has("totalAtLeast"))
                        .map(part -> part.number("totalAtLeast"))
                        .orElse(Double.NEGATIVE_INFINITY));
    }
}
