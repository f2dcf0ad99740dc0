package app.attune.export.ui;

import app.attune.core.Problem;
import app.attune.export.flags.RuleTarget;
import java.util.List;

/// A format of another engine, and what it cannot express.
record TargetChoice(RuleTarget target, List<Problem> findings) {
    TargetChoice {
        findings = List.copyOf(findings);
    }

    boolean isPossible() {
        return findings.isEmpty();
    }
}
