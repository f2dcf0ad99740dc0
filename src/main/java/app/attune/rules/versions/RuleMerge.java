package app.attune.rules.versions;

import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Three-way merge of two programs by the ids of their rules, against the one both were made of. What only one side
/// changed is taken from it; what both changed differently is a conflict that somebody has to decide.
public final class RuleMerge {
    /// Whose word counts.
    public enum Side {
        OURS,
        THEIRS
    }

    /// What can be changed on both sides.
    public sealed interface Part {
        /// A rule; deleting it is a change as well.
        record OfRule(RuleId rule) implements Part {}

        /// What holds for all rules.
        record Policy() implements Part {}

        /// The order of the rules that both sides and their common version have.
        record Order() implements Part {}
    }

    /// A part that both sides changed differently.
    ///
    /// @param ours   empty where our side deleted the rule, and for what is no rule
    /// @param theirs the same of the other side
    public record Conflict(Part part, Optional<Rule> base, Optional<Rule> ours, Optional<Rule> theirs) {}

    private final RuleProgram base;
    private final RuleProgram ours;
    private final RuleProgram theirs;

    public RuleMerge(RuleProgram base, RuleProgram ours, RuleProgram theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
    }

    /// What has to be decided, rule by rule in our order, then the policy and the order.
    public List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (RuleId id : ids()) {
            Conflict found = new Conflict(new Part.OfRule(id), find(base, id), find(ours, id), find(theirs, id));
            if (isConflict(found.base(), found.ours(), found.theirs())) {
                conflicts.add(found);
            }
        }
        if (isConflict(base.policy(), ours.policy(), theirs.policy())) {
            conflicts.add(whole(new Part.Policy()));
        }
        if (isConflict(common(base), common(ours), common(theirs))) {
            conflicts.add(whole(new Part.Order()));
        }
        return conflicts;
    }

    private static Conflict whole(Part part) {
        return new Conflict(part, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param choices a side for every conflict
    public RuleProgram merged(Map<Part, Side> choices) {
        Map<RuleId, Rule> kept = new LinkedHashMap<>();
        for (RuleId id : ids()) {
            Optional<Rule> one =
                    pick(new Part.OfRule(id), choices, List.of(find(base, id), find(ours, id), find(theirs, id)));
            one.ifPresent(rule -> kept.put(id, rule));
        }
        RulePolicy policy = pick(new Part.Policy(), choices, List.of(base.policy(), ours.policy(), theirs.policy()));
        return new RuleProgram(
                policy,
                order(kept.keySet(), choices).stream().map(id -> one(kept, id)).toList());
    }

    private static Rule one(Map<RuleId, Rule> kept, RuleId id) {
        return Optional.ofNullable(kept.get(id)).orElseThrow();
    }

    /// @param values of base, ours and theirs
    private static <T> T pick(Part part, Map<Part, Side> choices, List<T> values) {
        T was = values.get(0);
        T our = values.get(1);
        T their = values.get(2);
        if (!isConflict(was, our, their)) {
            return our.equals(was) ? their : our;
        }
        Side side = Optional.ofNullable(choices.get(part))
                .orElseThrow(() -> new IllegalArgumentException("Nobody decided on " + part));
        return side == Side.OURS ? our : their;
    }

    private static <T> boolean isConflict(T was, T our, T their) {
        return !our.equals(was) && !their.equals(was) && !our.equals(their);
    }

    /// The order of one side; rules only the other side has come after the one they follow there. Of two rules added at
    /// the same place ours is the stronger.
    private List<RuleId> order(Set<RuleId> kept, Map<Part, Side> choices) {
        List<RuleId> common = pick(new Part.Order(), choices, List.of(common(base), common(ours), common(theirs)));
        boolean oursLeads = common.equals(common(ours));
        List<RuleId> order = new ArrayList<>(ids(oursLeads ? ours : theirs));
        List<RuleId> others = ids(oursLeads ? theirs : ours);
        Set<RuleId> leading = new LinkedHashSet<>(order);
        for (int i = 0; i < others.size(); i++) {
            RuleId id = others.get(i);
            if (leading.contains(id)) {
                continue;
            }
            int at = i == 0 ? 0 : order.indexOf(others.get(i - 1)) + 1;
            while (oursLeads && at < order.size() && isNew(order.get(at), others)) {
                at++;
            }
            order.add(at, id);
        }
        order.retainAll(kept);
        return order;
    }

    private static boolean isNew(RuleId id, List<RuleId> others) {
        return !others.contains(id);
    }

    /// In a program's order, those that all three have.
    private List<RuleId> common(RuleProgram program) {
        List<RuleId> common = new ArrayList<>(ids(program));
        common.retainAll(ids(base));
        common.retainAll(ids(ours));
        common.retainAll(ids(theirs));
        return common;
    }

    private Set<RuleId> ids() {
        Set<RuleId> ids = new LinkedHashSet<>(ids(ours));
        ids.addAll(ids(theirs));
        ids.addAll(ids(base));
        return ids;
    }

    private static List<RuleId> ids(RuleProgram program) {
        return program.rules().stream().map(Rule::id).toList();
    }

    private static Optional<Rule> find(RuleProgram program, RuleId id) {
        return program.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
