package app.attune.rules;

import app.attune.core.Progress;
import java.util.List;

/// Whom rules reach, and what is wrong with them as far as that says.
///
/// @param reach one per rule, in order
public record RuleCount(List<RuleReach> reach, List<RuleFinding> findings) {
    public RuleCount {
        reach = List.copyOf(reach);
        findings = List.copyOf(findings);
    }

    /// Cost: as [RuleImpact#of(RuleProgram, RuleBasis, Progress)].
    public static RuleCount of(RuleProgram program, RuleBasis basis, Progress progress) {
        List<RuleReach> reach = RuleImpact.of(program, basis, progress);
        return new RuleCount(reach, RuleCheck.of(program, basis, reach, progress));
    }
}
