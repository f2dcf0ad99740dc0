package app.attune.rules;

import java.util.List;

/// All that rules decide by: the rules in order, and what holds for all of them.
public record RuleProgram(RulePolicy policy, List<Rule> rules) {
    public RuleProgram {
        rules = List.copyOf(rules);
    }

    /// With the usual policy.
    public static RuleProgram of(List<Rule> rules) {
        return new RuleProgram(RulePolicy.usual(), rules);
    }

    /// The rules in the order in which they act.
    public List<Rule> acting() {
        return policy.hitPolicy().inOrder(rules);
    }

    public RuleProgram withRules(List<Rule> newRules) {
        return new RuleProgram(policy, newRules);
    }

    public RuleProgram withPolicy(RulePolicy newPolicy) {
        return new RuleProgram(newPolicy, rules);
    }
}
