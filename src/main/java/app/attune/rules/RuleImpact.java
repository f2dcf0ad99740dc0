package app.attune.rules;

import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts for every rule the users it matches, wins and loses, by deciding once for each group of users that are in
/// the same segments and rollouts. No model is asked: a rule about items wins if it would decide at least one of them
/// when the
/// model proposed every item.
public final class RuleImpact {
    private final RuleProgram program;
    private final RuleBasis basis;
    private final List<Tally> tallies;

    private RuleImpact(RuleProgram program, RuleBasis basis) {
        this.program = program;
        this.basis = basis;
        this.tallies = program.rules().stream().map(Tally::new).toList();
    }

    /// The same under the usual policy.
    public static List<RuleReach> of(List<Rule> rules, RuleBasis basis, Progress progress) {
        return of(RuleProgram.of(rules), basis, progress);
    }

    /// One per rule, in order; each counted for requests that give just what its context condition asks for.
    ///
    /// Cost: items x rules once, one hash for each user of a rollout or holdout, and one decision per group of users
    /// and
    /// different request.
    public static List<RuleReach> of(RuleProgram program, RuleBasis basis, Progress progress) {
        List<Candidate> candidates = ItemPatterns.representatives(program.rules(), basis.catalogue(), progress);
        List<UserGroups.Group> groups = UserGroups.of(program, basis, progress);
        Map<RequestContext, List<RuleReach>> counted = new HashMap<>();
        List<RuleReach> reach = new ArrayList<>();
        for (Rule rule : program.rules()) {
            RequestContext context = new ContextWitness(rule.limits().context(), basis.catalogue()).fitting();
            if (!counted.containsKey(context)) {
                RuleImpact impact = new RuleImpact(program, basis);
                counted.put(context, impact.count(groups, candidates, context, progress));
            }
            reach.add(counted.getOrDefault(context, List.of()).get(reach.size()));
        }
        return reach;
    }

    private List<RuleReach> count(
            List<UserGroups.Group> groups, List<Candidate> candidates, RequestContext context, Progress progress) {
        for (int i = 0; i < groups.size(); i++) {
            progress.checkpoint();
            progress.report("Counting users per rule", i, groups.size());
            count(groups.get(i), candidates, context);
        }
        return tallies.stream().map(Tally::reach).toList();
    }

    /// How many users are held out from rules.
    public static int heldOut(RulePolicy policy, RuleBasis basis, Progress progress) {
        return UserGroups.heldOut(policy, basis, progress).getCardinality();
    }

    private void count(UserGroups.Group group, List<Candidate> candidates, RequestContext context) {
        RulePlan plan = RuleEngine.plan(program, group.asked(basis, context), basis.catalogue());
        RuleOutcome outcome = RuleEngine.apply(plan, candidates, basis.catalogue(), 1);
        int users = group.users().getCardinality();
        for (int i = 0; i < tallies.size(); i++) {
            tallies.get(i).add(outcome.traces().get(i), users);
        }
    }

    private static final class Tally {
        private final Rule rule;
        private final Map<RuleId, Integer> lostTo = new HashMap<>();
        private int won;
        private int lost;
        private int refused;
        private int heldOut;

        Tally(Rule rule) {
            this.rule = rule;
        }

        void add(RuleTrace trace, int users) {
            switch (trace.verdict()) {
                case FIRED -> won += users;
                case LOST -> {
                    lost += users;
                    refused += trace.cause() == RuleTrace.Cause.REFUSED ? users : 0;
                    heldOut += trace.cause() == RuleTrace.Cause.HOLDOUT ? users : 0;
                    trace.lostTo().ifPresent(winner -> lostTo.merge(winner, users, Integer::sum));
                }
                case NOT_MATCHED, INACTIVE -> {}
            }
        }

        RuleReach reach() {
            return new RuleReach(rule.id(), won + lost, won, lost, refused, heldOut, lostTo);
        }
    }
}
