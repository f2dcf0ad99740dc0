package app.attune.rules;

import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps versions in memory; can be told to refuse the next one. Thread-safe.
public final class FakeRuleStore implements RuleStore {
    private final List<RuleSet> sets = new CopyOnWriteArrayList<>();
    private volatile RuleBranches branches =
            new RuleBranches(List.of(new RuleBranch(RuleBranches.MAIN, 0)), RuleBranches.MAIN);
    private volatile boolean broken;

    /// From now on every save fails.
    public void breakDown() {
        broken = true;
    }

    @Override
    public Optional<RuleSet> newest() {
        return version(branches.current().head());
    }

    @Override
    public Optional<RuleSet> version(int version) {
        return sets.stream().filter(set -> set.version() == version).findFirst();
    }

    @Override
    public List<RuleSet> versions() {
        return List.copyOf(sets.reversed());
    }

    @Override
    public int last() {
        return sets.size();
    }

    @Override
    public void add(RuleSet rules) {
        if (broken) {
            throw ProblemException.of("store.full", "The disk is full.", "Make room.");
        }
        sets.add(rules);
        put(new RuleBranch(rules.origin().branch(), rules.version()));
    }

    @Override
    public RuleBranches branches() {
        return branches;
    }

    @Override
    public void addBranch(RuleBranch branch) {
        if (branches.find(branch.name()).isPresent()) {
            throw ProblemException.of("rules.branch-exists", "There is one already.", "Choose another name.");
        }
        put(branch);
    }

    @Override
    public void renameBranch(VersionName from, VersionName to) {
        RuleBranch branch = branches.find(from).orElseThrow();
        addBranch(new RuleBranch(to, branch.head()));
        if (branches.chosen().equals(from)) {
            choose(to);
        }
        removeBranch(from);
        sets.replaceAll(set -> set.origin().branch().equals(from)
                ? new RuleSet(
                        set.version(),
                        set.program(),
                        set.author(),
                        set.note(),
                        set.savedAt(),
                        new RuleOrigin(to, set.origin().parents()))
                : set);
    }

    @Override
    public void removeBranch(VersionName branch) {
        List<RuleBranch> all = new ArrayList<>(branches.all());
        all.removeIf(one -> one.name().equals(branch));
        branches = new RuleBranches(all, branches.chosen());
    }

    @Override
    public void choose(VersionName branch) {
        branches = new RuleBranches(branches.all(), branch);
    }

    private void put(RuleBranch branch) {
        List<RuleBranch> all = new ArrayList<>(branches.all());
        all.removeIf(one -> one.name().equals(branch.name()));
        all.add(branch);
        branches = new RuleBranches(all, branches.chosen());
    }
}
