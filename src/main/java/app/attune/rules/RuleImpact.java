package app.attune.rules;

import app.attune.core.Progress;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/// Counts for every rule the users it matches, wins and loses, by deciding once for each group of users that are in
/// the same segments. No model is asked: a rule about items wins if it would decide at least one of them when the
/// model proposed every item.
public final class RuleImpact {
    private record Group(RoaringBitmap users, Set<SegmentId> memberOf, Personalisation personalisation) {}

    private final List<Rule> rules;
    private final RuleBasis basis;
    private final List<Tally> tallies;

    private RuleImpact(List<Rule> rules, RuleBasis basis) {
        this.rules = rules;
        this.basis = basis;
        this.tallies = rules.stream().map(Tally::new).toList();
    }

    /// One per rule, in order. Cost: items x rules once, and one decision per group of users.
    public static List<RuleReach> of(List<Rule> rules, RuleBasis basis, Progress progress) {
        RuleImpact impact = new RuleImpact(rules, basis);
        List<Candidate> candidates = ItemPatterns.representatives(rules, basis.catalogue(), progress);
        List<Group> groups = impact.groups();
        for (int i = 0; i < groups.size(); i++) {
            progress.checkpoint();
            progress.report("Counting users per rule", i, groups.size());
            impact.count(groups.get(i), candidates);
        }
        return impact.tallies.stream().map(Tally::reach).toList();
    }

    private void count(Group group, List<Candidate> candidates) {
        RulePlan plan = RuleEngine.plan(rules, group.memberOf(), group.personalisation());
        RuleOutcome outcome = RuleEngine.apply(plan, candidates, basis.catalogue(), 1);
        int users = group.users().getCardinality();
        for (int i = 0; i < rules.size(); i++) {
            tallies.get(i).add(outcome.traces().get(i), users);
        }
    }

    private List<Group> groups() {
        RoaringBitmap everybody = basis.users();
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(RoaringBitmap.andNot(everybody, basis.refusing()), Set.of(), Personalisation.ALLOWED));
        groups.add(new Group(RoaringBitmap.and(everybody, basis.refusing()), Set.of(), Personalisation.REFUSED));
        Set<SegmentId> segments = new HashSet<>();
        rules.forEach(rule -> segments.add(rule.segment()));
        for (SegmentId segment : segments) {
            groups = split(groups, segment);
        }
        return groups;
    }

    private List<Group> split(List<Group> groups, SegmentId segment) {
        RoaringBitmap members = basis.audience(segment);
        List<Group> finer = new ArrayList<>();
        for (Group group : groups) {
            RoaringBitmap in = RoaringBitmap.and(group.users(), members);
            RoaringBitmap out = RoaringBitmap.andNot(group.users(), members);
            Set<SegmentId> memberOf = new HashSet<>(group.memberOf());
            memberOf.add(segment);
            if (!in.isEmpty()) {
                finer.add(new Group(in, memberOf, group.personalisation()));
            }
            if (!out.isEmpty()) {
                finer.add(new Group(out, group.memberOf(), group.personalisation()));
            }
        }
        return finer;
    }

    private static final class Tally {
        private final Rule rule;
        private final Map<RuleId, Integer> lostTo = new HashMap<>();
        private int won;
        private int lost;
        private int refused;

        Tally(Rule rule) {
            this.rule = rule;
        }

        void add(RuleTrace trace, int users) {
            switch (trace.verdict()) {
                case FIRED -> won += users;
                case LOST -> {
                    lost += users;
                    refused += trace.cause() == RuleTrace.Cause.REFUSED ? users : 0;
                    trace.lostTo().ifPresent(winner -> lostTo.merge(winner, users, Integer::sum));
                }
                case NOT_MATCHED, INACTIVE -> {}
            }
        }

        RuleReach reach() {
            return new RuleReach(rule.id(), won + lost, won, lost, refused, lostTo);
        }
    }
}
