package app.attune.rules;

import java.util.List;

/// Keeps tests in memory. Thread-safe.
public final class FakeRuleTestStore implements RuleTestStore {
    private volatile List<DecisionTest> tests = List.of();

    @Override
    public List<DecisionTest> tests() {
        return tests;
    }

    @Override
    public void replace(List<DecisionTest> others) {
        tests = List.copyOf(others);
    }
}
