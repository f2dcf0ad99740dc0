package app.attune.rules.matrix;

import app.attune.rules.RuleId;

/// A change of the rules that settles a finding; always to be undone.
public sealed interface Resolution {
    /// Puts a rule right above another one.
    record MoveAbove(RuleId rule, RuleId other) implements Resolution {}

    /// Takes a rule out of decisions.
    record Pause(RuleId rule) implements Resolution {}
}
