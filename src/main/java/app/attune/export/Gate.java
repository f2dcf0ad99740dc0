package app.attune.export;

import app.attune.core.Problem;
import java.util.List;

/// A condition that must hold before a bundle is written.
///
/// @param id       `segments`, `rules`, `models` or `golden`
/// @param findings what stands against it; empty unless failed
public record Gate(String id, State state, List<Problem> findings) {
    /// How a gate stands.
    public enum State {
        PASSED,
        FAILED,
        /// Checked while the bundle is written.
        LATER
    }

    public Gate {
        findings = List.copyOf(findings);
    }

    static Gate of(String id, List<Problem> findings) {
        return new Gate(id, findings.isEmpty() ? State.PASSED : State.FAILED, findings);
    }
}
