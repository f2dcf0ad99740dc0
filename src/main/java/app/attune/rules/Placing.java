package app.attune.rules;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which items are pinned where and which are excluded: step 3 of [Treatment].
final class Placing {
    /// @param spared what it selects but earlier rules pinned
    /// @param taken  what it took out: candidates, and items of later pins
    private record Exclusion(Rule rule, ItemSelector items, Set<ItemId> spared, Set<ItemId> taken) {}

    private final List<Candidate> candidates;
    private final ItemAttributes attributes;
    private final Map<ItemId, Rule> pinnedBy = new LinkedHashMap<>();
    private final NavigableMap<Integer, ItemId> byPlace = new TreeMap<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final Map<ItemId, Rule> excluded = new LinkedHashMap<>();
    private final Map<RuleId, RuleTrace> pinTraces = new LinkedHashMap<>();

    Placing(List<Candidate> candidates, ItemAttributes attributes) {
        this.candidates = candidates;
        this.attributes = attributes;
    }

    void pinOrExclude(Rule rule) {
        switch (rule.treatment()) {
            case Treatment.Pin pin -> pinTraces.put(rule.id(), pin(rule, pin));
            case Treatment.Exclude exclude -> exclude(rule, exclude);
            case Treatment.Recommend ignored -> {}
            case Treatment.Offer ignored -> {}
            case Treatment.Boost ignored -> {}
            case Treatment.Bury ignored -> {}
        }
    }

    private RuleTrace pin(Rule rule, Treatment.Pin pin) {
        Optional<Exclusion> takenOut = exclusions.stream()
                .filter(earlier -> earlier.items().selects(pin.item(), attributes))
                .filter(earlier -> !earlier.spared().contains(pin.item()))
                .findFirst();
        if (takenOut.isPresent()) {
            takenOut.get().taken().add(pin.item());
            return RuleTrace.lost(rule, RuleTrace.Cause.EXCLUDED, takenOut.get().rule());
        }
        Rule sameItem = pinnedBy.get(pin.item());
        if (sameItem != null) {
            return RuleTrace.lost(rule, RuleTrace.Cause.EARLIER_RULE, sameItem);
        }
        ItemId there = byPlace.get(pin.place());
        Rule samePlace = there == null ? null : pinnedBy.get(there);
        if (samePlace != null) {
            return RuleTrace.lost(rule, RuleTrace.Cause.PLACE_TAKEN, samePlace);
        }
        pinnedBy.put(pin.item(), rule);
        byPlace.put(pin.place(), pin.item());
        return RuleTrace.fired(rule, 1);
    }

    private void exclude(Rule rule, Treatment.Exclude exclude) {
        Set<ItemId> spared = new LinkedHashSet<>();
        pinnedBy.keySet().stream()
                .filter(item -> exclude.items().selects(item, attributes))
                .forEach(spared::add);
        Set<ItemId> taken = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            if (!spared.contains(candidate.item()) && exclude.items().selects(candidate.item(), attributes)) {
                excluded.putIfAbsent(candidate.item(), rule);
                taken.add(candidate.item());
            }
        }
        exclusions.add(new Exclusion(rule, exclude.items(), spared, taken));
    }

    private RuleTrace traceOf(Exclusion exclusion) {
        Optional<Rule> shield = exclusion.spared().stream()
                .map(this::pinOf)
                .flatMap(Optional::stream)
                .findFirst();
        return exclusion.taken().isEmpty() && shield.isPresent()
                ? RuleTrace.lost(exclusion.rule(), RuleTrace.Cause.PINNED, shield.get())
                : RuleTrace.fired(exclusion.rule(), exclusion.taken().size());
    }

    Optional<Rule> pinOf(ItemId item) {
        return Optional.ofNullable(pinnedBy.get(item));
    }

    Optional<Rule> exclusionOf(ItemId item) {
        return Optional.ofNullable(excluded.get(item));
    }

    /// Items by their place, smallest place first.
    NavigableMap<Integer, ItemId> pins() {
        return byPlace;
    }

    /// By place.
    Map<ItemId, RuleId> pinnedBy() {
        Map<ItemId, RuleId> rules = new LinkedHashMap<>();
        byPlace.values().forEach(item -> pinOf(item).ifPresent(rule -> rules.put(item, rule.id())));
        return rules;
    }

    Map<RuleId, RuleTrace> traces() {
        Map<RuleId, RuleTrace> traces = new LinkedHashMap<>(pinTraces);
        exclusions.forEach(exclusion -> traces.put(exclusion.rule().id(), traceOf(exclusion)));
        return traces;
    }

    /// In the model's order.
    Map<ItemId, RuleId> excludedCandidates() {
        Map<ItemId, RuleId> inOrder = new LinkedHashMap<>();
        candidates.forEach(
                candidate -> exclusionOf(candidate.item()).ifPresent(rule -> inOrder.put(candidate.item(), rule.id())));
        return inOrder;
    }
}
