package app.attune.rules;

import app.attune.core.Require;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides what an ordered list of rules does to a user's list, as [Treatment] says. Pure: the same arguments always
/// give the same outcome, and nothing else is read.
public final class RuleEngine {
    private RuleEngine() {}

    /// Settles everything that does not depend on the candidates.
    ///
    /// @param memberOf the segments the user is in
    public static RulePlan plan(List<Rule> rules, Set<SegmentId> memberOf, Personalisation personalisation) {
        Planning planning = new Planning();
        for (Rule rule : rules) {
            if (!rule.isActive()) {
                planning.settle(rule, RuleTrace.inactive(rule, RuleTrace.Cause.STATUS));
            } else if (!memberOf.contains(rule.segment())) {
                planning.settle(rule, RuleTrace.notMatched(rule, RuleTrace.Cause.SEGMENT));
            } else if (personalisation == Personalisation.REFUSED && !(rule.treatment() instanceof Treatment.Exclude)) {
                planning.settle(rule, RuleTrace.lost(rule, RuleTrace.Cause.REFUSED));
            } else {
                planning.match(rule);
            }
        }
        return new RulePlan(rules, planning.itemRules, planning.recommend, planning.offer, planning.settled);
    }

    /// Applies the item rules of the plan to the candidates.
    ///
    /// @param candidates of the model, highest score first, each item once
    /// @param length     at most so many items are listed, at least 1
    public static RuleOutcome apply(RulePlan plan, List<Candidate> candidates, ItemAttributes attributes, int length) {
        Require.that(length >= 1, "A list has room for at least one item");
        Placing placing = new Placing(candidates, attributes);
        plan.itemRules().forEach(placing::pinOrExclude);
        Scoring scoring = new Scoring(candidates, attributes, placing);
        plan.itemRules().forEach(scoring::boostOrBury);
        Map<RuleId, RuleTrace> traces = new LinkedHashMap<>(placing.traces());
        traces.putAll(scoring.traces());
        return new RuleOutcome(scoring.list(length), placing.excludedCandidates(), plan.traces(traces));
    }

    private static final class Planning {
        private final Map<RuleId, RuleTrace> settled = new LinkedHashMap<>();
        private final List<Rule> itemRules = new ArrayList<>();
        private Optional<Rule> recommend = Optional.empty();
        private Optional<Rule> offer = Optional.empty();

        void settle(Rule rule, RuleTrace trace) {
            settled.put(rule.id(), trace);
        }

        void match(Rule rule) {
            switch (rule.treatment()) {
                case Treatment.Recommend ignored -> recommend = Optional.of(first(recommend, rule));
                case Treatment.Offer ignored -> offer = Optional.of(first(offer, rule));
                case Treatment.Boost ignored -> itemRules.add(rule);
                case Treatment.Bury ignored -> itemRules.add(rule);
                case Treatment.Pin ignored -> itemRules.add(rule);
                case Treatment.Exclude ignored -> itemRules.add(rule);
            }
        }

        private Rule first(Optional<Rule> winner, Rule rule) {
            settle(
                    rule,
                    winner.map(earlier -> RuleTrace.lost(rule, RuleTrace.Cause.EARLIER_RULE, earlier))
                            .orElseGet(() -> RuleTrace.fired(rule, 0)));
            return winner.orElse(rule);
        }
    }
}
