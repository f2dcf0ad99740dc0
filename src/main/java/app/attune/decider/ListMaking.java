package app.attune.decider;

import app.attune.decider.ServerDecision.Item;
import app.attune.decider.ServerDecision.Trace;
import app.attune.decider.ServerRule.Selector;
import app.attune.decider.ServerRule.Treatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes a list of a model's candidates and the matching pin, exclude, boost and bury rules, in order.
final class ListMaking {
    private record Removal(ServerRule rule, Selector items, Set<String> spared, Set<String> taken) {}

    private record Scaled(ServerModel.Scored candidate, double score) {
        ServerModel.Scored ranked() {
            return new ServerModel.Scored(candidate.item(), score, candidate.evidence());
        }
    }

    private final List<ServerModel.Scored> candidates;
    private final Map<String, Map<String, String>> items;
    private final Map<String, ServerRule> pinnedBy = new LinkedHashMap<>();
    private final TreeMap<Integer, String> places = new TreeMap<>();
    private final List<Removal> removals = new ArrayList<>();
    private final Map<String, ServerRule> removedBy = new HashMap<>();
    private final Map<String, ServerRule> scaledBy = new HashMap<>();
    private final Map<String, Double> factors = new HashMap<>();

    /// The ends of the rules applied, by rule id.
    final Map<String, Trace> traces = new HashMap<>();

    ListMaking(List<ServerModel.Scored> candidates, Map<String, Map<String, String>> items, List<ServerRule> matching) {
        this.candidates = candidates;
        this.items = items;
        for (ServerRule rule : matching) {
            if (rule.then() instanceof Treatment.Pin pin) {
                traces.put(rule.id(), pin(rule, pin));
            } else if (rule.then() instanceof Treatment.Exclude exclude) {
                exclude(rule, exclude.items());
            }
        }
        removals.forEach(removal -> traces.put(removal.rule().id(), end(removal)));
        for (ServerRule rule : matching) {
            if (rule.then() instanceof Treatment.Scale scale) {
                traces.put(rule.id(), scale(rule, scale));
            }
        }
    }

    private Trace pin(ServerRule rule, Treatment.Pin pin) {
        for (Removal removal : removals) {
            if (removal.items().selects(pin.item(), items) && !removal.spared().contains(pin.item())) {
                removal.taken().add(pin.item());
                return Trace.lost(rule, "EXCLUDED", removal.rule());
            }
        }
        ServerRule ofItem = pinnedBy.get(pin.item());
        if (ofItem != null) {
            return Trace.lost(rule, "EARLIER_RULE", ofItem);
        }
        String there = places.get(pin.place());
        ServerRule ofPlace = there == null ? null : pinnedBy.get(there);
        if (ofPlace != null) {
            return Trace.lost(rule, "PLACE_TAKEN", ofPlace);
        }
        pinnedBy.put(pin.item(), rule);
        places.put(pin.place(), pin.item());
        return Trace.fired(rule, 1);
    }

    private void exclude(ServerRule rule, Selector selector) {
        Set<String> taken = new HashSet<>();
        for (ServerModel.Scored candidate : candidates) {
            boolean pinned = pinnedBy.containsKey(candidate.item());
            if (!pinned && selector.selects(candidate.item(), items)) {
                removedBy.putIfAbsent(candidate.item(), rule);
                taken.add(candidate.item());
            }
        }
        List<String> spared = pinnedBy.keySet().stream()
                .filter(item -> selector.selects(item, items))
                .toList();
        removals.add(new Removal(rule, selector, new java.util.LinkedHashSet<>(spared), taken));
    }

    private Trace end(Removal removal) {
        if (removal.taken().isEmpty()) {
            for (String item : removal.spared()) {
                ServerRule pin = pinnedBy.get(item);
                if (pin != null) {
                    return Trace.lost(removal.rule(), "PINNED", pin);
                }
            }
        }
        return Trace.fired(removal.rule(), removal.taken().size());
    }

    private Trace scale(ServerRule rule, Treatment.Scale scale) {
        int decided = 0;
        Optional<Trace> toFactor = Optional.empty();
        Optional<Trace> toPlace = Optional.empty();
        for (ServerModel.Scored candidate : candidates) {
            String item = candidate.item();
            if (!scale.items().selects(item, items)) {
                continue;
            }
            ServerRule pin = pinnedBy.get(item);
            ServerRule removal = removedBy.get(item);
            ServerRule earlier = scaledBy.get(item);
            if (pin != null) {
                toPlace = toPlace.or(() -> Optional.of(Trace.lost(rule, "PINNED", pin)));
            } else if (removal != null) {
                toPlace = toPlace.or(() -> Optional.of(Trace.lost(rule, "EXCLUDED", removal)));
            } else if (earlier != null) {
                toFactor = toFactor.or(() -> Optional.of(Trace.lost(rule, "EARLIER_RULE", earlier)));
            } else {
                scaledBy.put(item, rule);
                factors.put(item, scale.factor());
                decided++;
            }
        }
        Optional<Trace> lost = toFactor.isPresent() ? toFactor : toPlace;
        return decided > 0 || lost.isEmpty() ? Trace.fired(rule, decided) : lost.get();
    }

    /// @param source of the items that no rule pinned
    List<Item> list(int length, String source) {
        List<ServerModel.Scored> ranked = candidates.stream()
                .filter(candidate ->
                        !pinnedBy.containsKey(candidate.item()) && !removedBy.containsKey(candidate.item()))
                .map(candidate ->
                        new Scaled(candidate, candidate.score() * factors.getOrDefault(candidate.item(), 1.0)).ranked())
                .sorted(ServerModel.Scored.RANKING)
                .toList();
        TreeMap<Integer, String> pins = new TreeMap<>(places);
        List<Item> list = new ArrayList<>();
        int next = 0;
        while (list.size() < length && (next < ranked.size() || !pins.isEmpty())) {
            int place = list.size() + 1;
            if (next == ranked.size() || pins.containsKey(place)) {
                list.add(pinned(place, pins.pollFirstEntry().getValue()));
            } else {
                ServerModel.Scored scored = ranked.get(next++);
                Optional<String> rule =
                        Optional.ofNullable(scaledBy.get(scored.item())).map(ServerRule::id);
                list.add(new Item(place, scored.item(), scored.score(), source, rule, scored.evidence()));
            }
        }
        return list;
    }

    private Item pinned(int place, String item) {
        Optional<ServerModel.Scored> candidate =
                candidates.stream().filter(found -> found.item().equals(item)).findFirst();
        return new Item(
                place,
                item,
                candidate.map(ServerModel.Scored::score).orElse(0.0),
                "rule",
                Optional.ofNullable(pinnedBy.get(item)).map(ServerRule::id),
                candidate.map(ServerModel.Scored::evidence).orElse(List.of()));
    }
}
