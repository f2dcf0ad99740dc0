package app.attune.export;

import app.attune.core.Problem;
import java.util.List;

/// A condition that must hold before a bundle is written.
///
/// @param id       `segments`, `rules`, `models`, `server` or `golden`
/// @param findings what stands against it; empty unless failed or noted
public record Gate(String id, State state, List<Problem> findings) {
    /// How a gate stands.
    public enum State {
        PASSED,
        FAILED,
        /// In the way of nothing, yet somebody must know.
        NOTED,
        /// Checked while the bundle is written.
        LATER
    }

    public Gate {
        findings = List.copyOf(findings);
    }

    /// Holds whatever is said of it.
    static Gate noting(String id, List<Problem> notes) {
        return new Gate(id, notes.isEmpty() ? State.PASSED : State.NOTED, notes);
    }

    static Gate of(String id, List<Problem> findings) {
        return new Gate(id, findings.isEmpty() ? State.PASSED : State.FAILED, findings);
    }
}
