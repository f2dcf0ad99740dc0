package app.attune.decider;

import app.attune.decider.ServerDecision.Trace;
import app.attune.decider.ServerRule.Treatment;
import app.attune.decider.ServerRuleSet.Hits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules that match in one decision, sorted by what they do, and what became of the others.
final class Matching {
    final List<RulePlan> onItems = new ArrayList<>(0);
    final List<RulePlan> offering = new ArrayList<>(0);
    final Trace[] traces;
    private final Hits hits;
    private Optional<RulePlan> recommend = Optional.empty();
    private Optional<RulePlan> only = Optional.empty();

    Matching(int rules, Hits hits) {
        this.traces = new Trace[rules];
        this.hits = hits;
    }

    /// The rule whose models are asked.
    Optional<RulePlan> recommend() {
        return recommend;
    }

    void add(RulePlan rule) {
        if (hits == Hits.FIRST_ONLY && !rule.shields()) {
            if (only.isPresent()) {
                lost(rule, only.get());
                return;
            }
            only = Optional.of(rule);
        }
        switch (rule.rule().then()) {
            case Treatment.Recommend ignored -> recommend(rule);
            case Treatment.Offer ignored -> offer(rule);
            case Treatment.Scale ignored -> onItems.add(rule);
            case Treatment.Pin ignored -> onItems.add(rule);
            case Treatment.Exclude ignored -> onItems.add(rule);
        }
    }

    private void recommend(RulePlan rule) {
        if (recommend.isEmpty()) {
            recommend = Optional.of(rule);
            traces[rule.at()] = rule.ends().fired();
        } else {
            lost(rule, recommend.get());
        }
    }

    private void offer(RulePlan rule) {
        if (offering.isEmpty() || hits == Hits.ALL_OFFERS) {
            offering.add(rule);
            traces[rule.at()] = rule.ends().fired();
        } else {
            lost(rule, offering.getFirst());
        }
    }

    private void lost(RulePlan rule, RulePlan winner) {
        traces[rule.at()] = Trace.lost(rule.rule(), "EARLIER_RULE", winner.rule());
    }
}
