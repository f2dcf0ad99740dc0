package app.attune.export;

import app.attune.core.Problem;
import java.util.List;
import java.util.Optional;

/// A condition that must hold before a bundle is written.
///
/// @param id       such as `segments` or `size`
/// @param findings what stands against it; empty unless failed, waived or noted
/// @param waiver   by which it may be passed nevertheless; there only if it is waived
public record Gate(String id, State state, List<Problem> findings, Optional<Waiver> waiver) {
    public static final String SEGMENTS = "segments";
    public static final String RULES = "rules";
    public static final String MODELS = "models";
    public static final String CONSENT = "consent";
    public static final String CONFLICTS = "conflicts";
    public static final String EXAMPLES = "examples";
    public static final String SIZE = "size";
    public static final String REVIEW = "review";
    public static final String SERVER = "server";
    public static final String GOLDEN = "golden";

    /// Those a reason can open: what they find may be meant. What cannot be decided, or refuses consent, never is.
    public static final List<String> WAIVABLE = List.of(CONFLICTS, EXAMPLES, SIZE, REVIEW);

    /// How a gate stands.
    public enum State {
        PASSED,
        FAILED,
        /// Failed, and somebody took it upon themselves.
        WAIVED,
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
        return new Gate(id, notes.isEmpty() ? State.PASSED : State.NOTED, notes, Optional.empty());
    }

    static Gate of(String id, List<Problem> findings) {
        return new Gate(id, findings.isEmpty() ? State.PASSED : State.FAILED, findings, Optional.empty());
    }

    /// What fails it, or else what is to be noted.
    static Gate of(String id, List<Problem> findings, List<Problem> notes) {
        return findings.isEmpty() ? noting(id, notes) : of(id, findings);
    }

    static Gate later(String id) {
        return new Gate(id, State.LATER, List.of(), Optional.empty());
    }

    public boolean isWaivable() {
        return WAIVABLE.contains(id);
    }

    /// Waived if it failed and may be.
    Gate with(Optional<Waiver> given) {
        return state == State.FAILED && isWaivable() && given.isPresent()
                ? new Gate(id, State.WAIVED, findings, given)
                : this;
    }
}
