package app.attune.rules;

import java.util.List;

/// Keeps the tests of decisions of a workspace, whatever its branches.
public interface RuleTestStore {
    /// In the order they were given.
    List<DecisionTest> tests();

    /// In the place of all there are. Durable when it returns.
    void replace(List<DecisionTest> tests);
}
