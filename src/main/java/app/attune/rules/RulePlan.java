package app.attune.rules;

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
/// @param offer     the Offer that fired
/// @param settled   the traces already known, by rule
/// @param off       why no rule but Exclude takes part
public record RulePlan(
        List<Rule> rules,
        List<Rule> itemRules,
        Optional<Rule> recommend,
        Optional<Rule> offer,
        Map<RuleId, RuleTrace> settled,
        Optional<RulesOff> off) {
    public RulePlan {
        rules = List.copyOf(rules);
        itemRules = List.copyOf(itemRules);
        settled = Map.copyOf(settled);
    }

    /// The model the Recommend that fired asks for.
    public Optional<String> model() {
        return recommend.map(rule -> rule.treatment() instanceof Treatment.Recommend wanted ? wanted.model() : "");
    }

    /// The same after the model of the Recommend had nothing for the user.
    public RulePlan withoutCandidates() {
        Map<RuleId, RuleTrace> changed = new LinkedHashMap<>(settled);
        recommend.ifPresent(rule -> changed.put(rule.id(), RuleTrace.lost(rule, RuleTrace.Cause.NO_CANDIDATES)));
        return new RulePlan(rules, itemRules, recommend, offer, changed, off);
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
