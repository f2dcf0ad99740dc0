package app.attune.rules;

import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which rules take part in a user's decision, known before any model is asked.
///
/// @param rules     all rules in order
/// @param itemRules the matching Boost, Bury, Pin and Exclude rules in order
/// @param recommend the Recommend that fired
/// @param offers    the Offers that fired, in order
/// @param settled   the traces already known, by rule
/// @param limits    of the list
/// @param off       why no rule but Exclude takes part
public record RulePlan(
        List<Rule> rules,
        List<Rule> itemRules,
        Optional<Rule> recommend,
        List<Rule> offers,
        Map<RuleId, RuleTrace> settled,
        List<ListLimit> limits,
        Optional<RulesOff> off) {
    public RulePlan {
        rules = List.copyOf(rules);
        itemRules = List.copyOf(itemRules);
        offers = List.copyOf(offers);
        settled = Map.copyOf(settled);
        limits = List.copyOf(limits);
    }

    /// The models the Recommend that fired names, in the order they are asked.
    public List<String> models() {
        return recommend
                .map(Rule::treatment)
                .map(treatment -> treatment instanceof Treatment.Recommend wanted ? wanted.models() : List.<String>of())
                .orElse(List.of());
    }

    /// The segment whose trigger binds the item that the Recommend that fired starts from; empty where models look at
    /// the history.
    public Optional<SegmentId> seedOf() {
        return recommend
                .filter(rule -> rule.treatment() instanceof Treatment.Recommend wanted
                        && wanted.seed() == Treatment.Seed.TRIGGER)
                .map(Rule::segment);
    }

    /// The same after models were asked for candidates.
    ///
    /// @param tried in order, of those that the Recommend names
    public RulePlan asked(List<TriedModel> tried) {
        if (recommend.isEmpty()) {
            return this;
        }
        Rule rule = recommend.get();
        boolean answered = tried.stream().anyMatch(one -> one.answer() == TriedModel.Answer.GAVE);
        RuleTrace trace = answered ? RuleTrace.fired(rule, 0) : RuleTrace.lost(rule, RuleTrace.Cause.NO_CANDIDATES);
        Map<RuleId, RuleTrace> changed = new LinkedHashMap<>(settled);
        changed.put(rule.id(), models().size() > 1 ? trace.withTried(tried) : trace);
        return new RulePlan(rules, itemRules, recommend, offers, changed, limits, off);
    }

    /// The same of a list that takes any items, to see what rules do to each.
    public RulePlan withoutLimits() {
        return new RulePlan(rules, itemRules, recommend, offers, settled, List.of(), off);
    }

    List<RuleTrace> traces(Map<RuleId, RuleTrace> ofItemRules) {
        List<RuleTrace> all = new ArrayList<>();
        for (Rule rule : rules) {
            Optional.ofNullable(settled.get(rule.id()))
                    .or(() -> Optional.ofNullable(ofItemRules.get(rule.id())))
                    .ifPresent(all::add);
        }
        return all;
    }
}
