package app.attune.rules;

import app.attune.core.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps versions in memory; can be told to refuse the next one. Thread-safe.
public final class FakeRuleStore implements RuleStore {
    private final List<RuleSet> sets = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /// From now on every save fails.
    public void breakDown() {
        broken = true;
    }

    @Override
    public Optional<RuleSet> newest() {
        return sets.isEmpty() ? Optional.empty() : Optional.of(sets.getLast());
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
    public void add(RuleSet rules) {
        if (broken) {
            throw ProblemException.of("store.full", "The disk is full.", "Make room.");
        }
        sets.add(rules);
    }
}
