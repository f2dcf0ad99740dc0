package app.attune.rules;

import app.attune.core.Require;
import app.attune.core.UserId;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides what an ordered list of rules does to a user's list, as [Treatment] says. Pure: the same arguments always
/// give the same outcome, and nothing else is read.
public final class RuleEngine {
    private static final UserId ANYBODY = new UserId("anybody");

    private RuleEngine() {}

    /// The same under the usual policy for somebody without an id, who is in no rollout below 100 percent but by
    /// chance.
    ///
    /// @param memberOf the segments the user is in
    public static RulePlan plan(List<Rule> rules, Set<SegmentId> memberOf, Personalisation personalisation) {
        return plan(
                RuleProgram.of(rules),
                new RuleCase(ANYBODY, memberOf, personalisation, Instant.EPOCH, RequestContext.none()),
                ItemAttributes.none());
    }

    /// Settles everything that does not depend on the candidates.
    ///
    /// @param attributes of the items in baskets
    public static RulePlan plan(RuleProgram program, RuleCase asked, ItemAttributes attributes) {
        Planning planning = new Planning(program.policy().hitPolicy());
        Optional<RulesOff> off = off(program.policy(), asked);
        for (Rule rule : program.acting()) {
            ended(rule, off, asked, attributes)
                    .ifPresentOrElse(trace -> planning.settle(rule, trace), () -> planning.match(rule));
        }
        return new RulePlan(
                program.rules(),
                planning.itemRules,
                planning.recommend,
                planning.offers,
                planning.settled,
                program.policy().listLimits(),
                off);
    }

    private static Optional<RulesOff> off(RulePolicy policy, RuleCase asked) {
        if (policy.isSwitchedOff()) {
            return Optional.of(RulesOff.SWITCHED_OFF);
        }
        boolean heldOut = asked.personalisation() == Personalisation.ALLOWED
                && policy.holdout().has(asked.user());
        return heldOut ? Optional.of(RulesOff.HOLDOUT) : Optional.empty();
    }

    /// How a rule that does not match ended; empty if it matches.
    private static Optional<RuleTrace> ended(
            Rule rule, Optional<RulesOff> off, RuleCase asked, ItemAttributes attributes) {
        boolean excludes = rule.treatment() instanceof Treatment.Exclude;
        if (!rule.isActive()) {
            return Optional.of(RuleTrace.inactive(rule, RuleTrace.Cause.STATUS));
        }
        if (!rule.limits().schedule().isRunning(asked.at())) {
            return Optional.of(RuleTrace.inactive(rule, RuleTrace.Cause.SCHEDULE));
        }
        if (!excludes && off.equals(Optional.of(RulesOff.SWITCHED_OFF))) {
            return Optional.of(RuleTrace.inactive(rule, RuleTrace.Cause.SWITCHED_OFF));
        }
        return unmatched(rule, asked, attributes).or(() -> excludes ? Optional.empty() : withheld(rule, off, asked));
    }

    private static Optional<RuleTrace> unmatched(Rule rule, RuleCase asked, ItemAttributes attributes) {
        if (!asked.memberOf().contains(rule.segment())) {
            return Optional.of(RuleTrace.notMatched(rule, RuleTrace.Cause.SEGMENT));
        }
        if (!rule.limits().context().holds(asked.context(), attributes)) {
            return Optional.of(RuleTrace.notMatched(rule, RuleTrace.Cause.CONTEXT));
        }
        if (!rule.limits().rollout().has(rule.id(), asked.user())) {
            return Optional.of(RuleTrace.notMatched(rule, RuleTrace.Cause.ROLLOUT));
        }
        return asked.context().shown().isCapped(rule, asked.at())
                ? Optional.of(RuleTrace.lost(rule, RuleTrace.Cause.CAPPED))
                : Optional.empty();
    }

    private static Optional<RuleTrace> withheld(Rule rule, Optional<RulesOff> off, RuleCase asked) {
        if (asked.personalisation() == Personalisation.REFUSED) {
            return Optional.of(RuleTrace.lost(rule, RuleTrace.Cause.REFUSED));
        }
        return off.map(held -> RuleTrace.lost(rule, RuleTrace.Cause.HOLDOUT));
    }

    /// Applies the item rules of the plan to the candidates.
    ///
    /// @param candidates of the model, highest score first, each item once
    /// @param length     at most so many items are listed, at least 1
    public static RuleOutcome apply(RulePlan plan, List<Candidate> candidates, ItemAttributes attributes, int length) {
        return new Making(plan, candidates, attributes, length).outcome();
    }

    /// The same, with what became of every item on the way: the list is made once, by the same steps.
    public static ListAccount account(
            RulePlan plan, List<Candidate> candidates, ItemAttributes attributes, int length) {
        return new Making(plan, candidates, attributes, length).account();
    }

    /// One list, once made.
    private static final class Making {
        private final RulePlan plan;
        private final Placing placing;
        private final Scoring scoring;
        private final List<RankedItem> ranked;
        private final Filling filling;
        private final List<RuledItem> list;

        Making(RulePlan plan, List<Candidate> candidates, ItemAttributes attributes, int length) {
            Require.that(length >= 1, "A list has room for at least one item");
            this.plan = plan;
            placing = new Placing(candidates, attributes);
            plan.itemRules().forEach(placing::pinOrExclude);
            scoring = new Scoring(candidates, attributes, placing);
            plan.itemRules().forEach(scoring::boostOrBury);
            ranked = scoring.ranked();
            filling = new Filling(ranked, placing.pins(), new LimitCount(plan.limits(), attributes));
            list = scoring.list(filling.fill(length));
        }

        RuleOutcome outcome() {
            Map<RuleId, RuleTrace> traces = new LinkedHashMap<>(placing.traces());
            traces.putAll(scoring.traces());
            return new RuleOutcome(list, placing.excludedCandidates(), plan.traces(traces));
        }

        ListAccount account() {
            return new ListAccount(
                    outcome(), ranked, scoring.scaledBy(), placing.pinnedBy(), filling.held(), filling.left());
        }
    }

    private static final class Planning {
        private final Map<RuleId, RuleTrace> settled = new LinkedHashMap<>();
        private final List<Rule> itemRules = new ArrayList<>();
        private final List<Rule> offers = new ArrayList<>();
        private final HitPolicy policy;
        private Optional<Rule> recommend = Optional.empty();
        private Optional<Rule> first = Optional.empty();

        Planning(HitPolicy policy) {
            this.policy = policy;
        }

        void settle(Rule rule, RuleTrace trace) {
            settled.put(rule.id(), trace);
        }

        void match(Rule rule) {
            if (policy == HitPolicy.FIRST && !(rule.treatment() instanceof Treatment.Exclude)) {
                if (first.isPresent()) {
                    settle(rule, RuleTrace.lost(rule, RuleTrace.Cause.EARLIER_RULE, first.get()));
                    return;
                }
                first = Optional.of(rule);
            }
            act(rule);
        }

        private void act(Rule rule) {
            switch (rule.treatment()) {
                case Treatment.Recommend ignored -> recommend = Optional.of(winner(recommend, rule));
                case Treatment.Offer ignored -> offer(rule);
                case Treatment.Boost ignored -> itemRules.add(rule);
                case Treatment.Bury ignored -> itemRules.add(rule);
                case Treatment.Pin ignored -> itemRules.add(rule);
                case Treatment.Exclude ignored -> itemRules.add(rule);
            }
        }

        private void offer(Rule rule) {
            boolean collects = policy == HitPolicy.COLLECT;
            Rule shown = winner(collects ? Optional.empty() : offers.stream().findFirst(), rule);
            if (shown.equals(rule)) {
                offers.add(rule);
            }
        }

        private Rule winner(Optional<Rule> winner, Rule rule) {
            settle(
                    rule,
                    winner.map(earlier -> RuleTrace.lost(rule, RuleTrace.Cause.EARLIER_RULE, earlier))
                            .orElseGet(() -> RuleTrace.fired(rule, 0)));
            return winner.orElse(rule);
        }
    }
}
