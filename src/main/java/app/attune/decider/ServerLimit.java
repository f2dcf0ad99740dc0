package app.attune.decider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// At most so many items of a kind in one list.
///
/// @param each     the attribute of whose every value so many are allowed; empty where the selector says which
/// @param selector of the items that count together; of nothing where `each` does
record ServerLimit(int most, String each, ServerRule.Selector selector) {
    static List<ServerLimit> read(Fields decision) {
        return decision.has("listLimits") ? decision.objects("listLimits", ServerLimit::one) : List.of();
    }

    private static ServerLimit one(Fields limit) {
        int most = limit.whole("most");
        if (most < 1 || most > 100) {
            throw limit.malformed("the most " + most + " is not from 1 to 100");
        }
        return limit.has("each")
                ? new ServerLimit(most, limit.text("each"), new ServerRule.Selector("", Set.of()))
                : new ServerLimit(most, "", ServerRule.Selector.read(limit));
    }

    /// What an item counts with; empty if the limit is not about it.
    Optional<String> group(String item, Map<String, Map<String, String>> items) {
        if (!each.isEmpty()) {
            return Optional.ofNullable(items.getOrDefault(item, Map.of()).get(each));
        }
        return selector.selects(item, items) ? Optional.of("") : Optional.empty();
    }
}
