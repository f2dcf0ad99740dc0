package app.attune.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What whoever asks for a decision remembers of the user: when rules fired for them in decisions that were shown, and
/// when their visit began. What is not given counts as never shown.
///
/// @param firings of rules, each in any order; a time that is there twice counts twice
public record Shown(Map<RuleId, List<Instant>> firings, Optional<Instant> visitStart) {
    private static final Shown NOTHING = new Shown(Map.of(), Optional.empty());

    public Shown {
        firings = firings.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    public static Shown nothing() {
        return NOTHING;
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /// When a rule fired.
    public List<Instant> of(RuleId rule) {
        return firings.getOrDefault(rule, List.of());
    }

    /// By the id of the rule, in order.
    Map<String, List<Instant>> sorted() {
        Map<String, List<Instant>> sorted = new TreeMap<>();
        firings.forEach((rule, times) -> sorted.put(rule.value(), times));
        return sorted;
    }

    /// The same, and that a rule fired at these times only.
    public Shown with(RuleId rule, List<Instant> times) {
        Map<RuleId, List<Instant>> more = new java.util.HashMap<>(firings);
        more.put(rule, times);
        return new Shown(more, visitStart);
    }

    /// The same in a visit that began then.
    public Shown inVisitSince(Instant start) {
        return new Shown(firings, Optional.of(start));
    }

    /// Whether a rule may not fire any more.
    boolean isCapped(Rule rule, Instant at) {
        return rule.limits()
                .cap()
                .filter(cap -> cap.isReached(of(rule.id()), at, visitStart))
                .isPresent();
    }
}
