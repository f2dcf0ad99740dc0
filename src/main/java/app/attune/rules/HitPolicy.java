package app.attune.rules;

import java.util.Comparator;
import java.util.List;

/// Which of the rules that match act, and in which order.
public enum HitPolicy {
    /// Rules act in their order; of those that recommend, and of those that offer, the first.
    RULE_ORDER,
    /// Only the first rule that matches acts. Exclude always acts, and is not counted.
    FIRST,
    /// As [#RULE_ORDER], but in the order of weight, the heaviest first, equal weights in their order.
    PRIORITY,
    /// As [#RULE_ORDER], but all offers are shown.
    COLLECT;

    /// The rules in the order in which they act.
    public List<Rule> inOrder(List<Rule> rules) {
        return this == PRIORITY
                ? rules.stream()
                        .sorted(Comparator.comparingInt(HitPolicy::weight).reversed())
                        .toList()
                : rules;
    }

    private static int weight(Rule rule) {
        return rule.weight().orElse(0);
    }

    /// Whether the weight of rules says anything.
    public boolean isByWeight() {
        return this == PRIORITY;
    }
}
