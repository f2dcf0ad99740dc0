package app.attune.rules;

import app.attune.core.ItemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Which candidates are boosted or buried, and the list that results: steps 4 and 5 of [Treatment].
final class Scoring {
    private record Factor(Rule rule, double value) {}

    private final List<Candidate> candidates;
    private final ItemAttributes attributes;
    private final Placing placing;
    private final Map<ItemId, Factor> factors = new HashMap<>();
    private final Map<RuleId, RuleTrace> traces = new LinkedHashMap<>();

    Scoring(List<Candidate> candidates, ItemAttributes attributes, Placing placing) {
        this.candidates = candidates;
        this.attributes = attributes;
        this.placing = placing;
    }

    void boostOrBury(Rule rule) {
        switch (rule.treatment()) {
            case Treatment.Boost boost -> traces.put(rule.id(), scale(rule, boost.items(), boost.factor()));
            case Treatment.Bury bury -> traces.put(rule.id(), scale(rule, bury.items(), bury.factor()));
            case Treatment.Recommend ignored -> {}
            case Treatment.Offer ignored -> {}
            case Treatment.Pin ignored -> {}
            case Treatment.Exclude ignored -> {}
        }
    }

    private RuleTrace scale(Rule rule, ItemSelector items, double factor) {
        int decided = 0;
        Optional<RuleTrace> lostByFactor = Optional.empty();
        Optional<RuleTrace> lostByPlace = Optional.empty();
        for (Candidate candidate : candidates) {
            ItemId item = candidate.item();
            if (!items.selects(item, attributes)) {
                continue;
            }
            if (isPlaced(item)) {
                lostByPlace = lostByPlace.or(() -> lostByPlace(rule, item));
            } else if (factors.containsKey(item)) {
                lostByFactor = lostByFactor.or(() -> Optional.ofNullable(factors.get(item))
                        .map(earlier -> RuleTrace.lost(rule, RuleTrace.Cause.EARLIER_RULE, earlier.rule())));
            } else {
                factors.put(item, new Factor(rule, factor));
                decided++;
            }
        }
        return decided > 0
                ? RuleTrace.fired(rule, decided)
                : lostByFactor.or(firstOf(lostByPlace)).orElse(RuleTrace.fired(rule, 0));
    }

    private static Supplier<Optional<RuleTrace>> firstOf(Optional<RuleTrace> trace) {
        return () -> trace;
    }

    private boolean isPlaced(ItemId item) {
        return placing.exclusionOf(item).isPresent() || placing.pinOf(item).isPresent();
    }

    private Optional<RuleTrace> lostByPlace(Rule rule, ItemId item) {
        return placing.pinOf(item)
                .map(pin -> RuleTrace.lost(rule, RuleTrace.Cause.PINNED, pin))
                .or(() -> placing.exclusionOf(item)
                        .map(exclusion -> RuleTrace.lost(rule, RuleTrace.Cause.EXCLUDED, exclusion)));
    }

    Map<RuleId, RuleTrace> traces() {
        return traces;
    }

    /// The candidates that are neither excluded nor pinned, the best first.
    List<RankedItem> ranked() {
        return candidates.stream()
                .filter(candidate -> !isPlaced(candidate.item()))
                .map(candidate -> new RankedItem(
                        candidate.item(), candidate.score(), candidate.score() * factorOf(candidate.item())))
                .sorted(RankedItem.RANKING)
                .toList();
    }

    List<RuledItem> list(List<Filling.Filled> places) {
        Map<ItemId, Double> modelScores = new HashMap<>();
        candidates.forEach(candidate -> modelScores.put(candidate.item(), candidate.score()));
        List<RuledItem> list = new ArrayList<>();
        for (Filling.Filled filled : places) {
            int place = list.size() + 1;
            list.add(
                    switch (filled) {
                        case Filling.Filled.Pinned pin ->
                            pinned(place, pin.item(), modelScores.getOrDefault(pin.item(), 0.0));
                        case Filling.Filled.Next next -> ranked(place, next.item());
                    });
        }
        return list;
    }

    Map<ItemId, RuleId> scaledBy() {
        Map<ItemId, RuleId> rules = new HashMap<>();
        factors.forEach((item, factor) -> rules.put(item, factor.rule().id()));
        return rules;
    }

    private double factorOf(ItemId item) {
        Factor factor = factors.get(item);
        return factor == null ? 1 : factor.value();
    }

    private RuledItem pinned(int place, ItemId item, double modelScore) {
        return new RuledItem(
                place, item, modelScore, modelScore, 1, placing.pinOf(item).map(Rule::id), Optional.empty());
    }

    private RuledItem ranked(int place, RankedItem ranked) {
        Optional<Factor> factor = Optional.ofNullable(factors.get(ranked.item()));
        return new RuledItem(
                place,
                ranked.item(),
                ranked.modelScore(),
                ranked.score(),
                factor.map(Factor::value).orElse(1.0),
                Optional.empty(),
                factor.map(Factor::rule).map(Rule::id));
    }
}
