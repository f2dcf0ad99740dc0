package app.attune.rules.versions;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleService;
import app.attune.rules.RuleSet;
import app.attune.rules.VersionName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// What merging a branch into the one that is worked on would do. Nothing is saved until [#save].
public final class BranchMerge {
    private final RuleService rules;
    private final VersionName from;
    private final Optional<RuleSet> base;
    private final RuleSet ours;
    private final RuleSet theirs;
    private final RuleMerge merge;

    private BranchMerge(RuleService rules, VersionName from, Optional<RuleSet> base, RuleSet ours, RuleSet theirs) {
        this.rules = rules;
        this.from = from;
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.merge = new RuleMerge(
                base.map(RuleSet::program).orElse(RuleProgram.of(List.of())), ours.program(), theirs.program());
    }

    /// @throws ProblemException `rules.unknown-branch`, or `rules.nothing-to-merge` where the branch has nothing new
    public static BranchMerge of(RuleService rules, VersionName from) {
        int head = rules.requireBranch(from).head();
        int current = rules.branches().current().head();
        Map<Integer, RuleSet> versions = new HashMap<>();
        rules.versions().forEach(set -> versions.put(set.version(), set));
        NavigableSet<Integer> here = ancestors(current, versions);
        if (head == 0 || here.contains(head)) {
            throw ProblemException.of(
                    "rules.nothing-to-merge",
                    "The branch " + from + " has nothing that "
                            + rules.branches().chosen() + " does not have.",
                    "Save changes on " + from + " first.");
        }
        NavigableSet<Integer> there = ancestors(head, versions);
        there.retainAll(here);
        Optional<RuleSet> base = there.isEmpty() ? Optional.empty() : rules.find(there.last());
        return new BranchMerge(rules, from, base, rules.version(current), rules.version(head));
    }

    /// The version itself and all it was made of.
    private static NavigableSet<Integer> ancestors(int version, Map<Integer, RuleSet> versions) {
        NavigableSet<Integer> found = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(version));
        while (!open.isEmpty()) {
            int next = open.pop();
            if (found.add(next)) {
                Optional.ofNullable(versions.get(next))
                        .ifPresent(set -> open.addAll(set.origin().parents()));
            }
        }
        return found;
    }

    /// The newest version that both branches were made of.
    public Optional<RuleSet> base() {
        return base;
    }

    public RuleSet ours() {
        return ours;
    }

    public RuleSet theirs() {
        return theirs;
    }

    public List<RuleMerge.Conflict> conflicts() {
        return merge.conflicts();
    }

    /// @throws ProblemException `rules.merge-conflict` where no side is chosen for a conflict
    public RuleProgram merged(Map<RuleMerge.Part, RuleMerge.Side> choices) {
        List<RuleMerge.Conflict> open = conflicts().stream()
                .filter(conflict -> !choices.containsKey(conflict.part()))
                .toList();
        if (!open.isEmpty()) {
            throw ProblemException.of(
                    "rules.merge-conflict",
                    "Nothing was merged: both branches changed " + Counted.of(open.size(), "part") + ": "
                            + String.join(
                                    ", ", open.stream().map(ConflictWords::name).toList())
                            + ".",
                    "Choose a side for each: ours stays as on this branch, theirs comes from " + from + ".");
        }
        return merge.merged(choices);
    }

    /// Makes the merged rules the next version of the branch that is worked on.
    ///
    /// @throws ProblemException `rules.merge-conflict` where no side is chosen for a conflict
    public RuleSet save(Map<RuleMerge.Part, RuleMerge.Side> choices, String author) {
        return rules.saveMerged(merged(choices), theirs, author, "Merged " + from);
    }
}
