package app.attune.rules;

import app.attune.core.Problem;

/// Something about one rule that an analyst should know.
public record RuleFinding(RuleId rule, Severity severity, Problem problem) {
    /// Whether the rule can work at all.
    public enum Severity {
        /// It cannot do what it says; it must not be activated.
        BROKEN,
        /// It can, but probably not as meant.
        DOUBTFUL
    }

    static RuleFinding broken(Rule rule, String code, String message, String remedy) {
        return new RuleFinding(rule.id(), Severity.BROKEN, new Problem(code, message, remedy));
    }

    static RuleFinding doubtful(Rule rule, String code, String message, String remedy) {
        return new RuleFinding(rule.id(), Severity.DOUBTFUL, new Problem(code, message, remedy));
    }
}
