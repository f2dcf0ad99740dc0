package app.attune.segments.discover;

import app.attune.segments.Condition;
import java.util.Optional;

/// A rule proposed for a group.
///
/// @param name      what to call it
/// @param rows      of the condition
/// @param fidelity  counted on all users
/// @param stability how much two rules learned from random parts of the users mean the same: the mean overlap
///                  (Jaccard) of what the rules of resampled users mean with what this one means, 0 to 1
/// @param earlier   of the same condition at an earlier time, where the group is known then
public record Proposal(
        String name, Condition condition, int rows, Fidelity fidelity, double stability, Optional<Fidelity> earlier) {
    /// Below this a rule does not say who is in the group.
    public static final double SAID = 0.8;

    /// Whether the rule says who is in the group; otherwise the group cannot be said in so many rows.
    public boolean isSaid() {
        return fidelity.score() >= SAID;
    }

    Proposal named(String other) {
        return new Proposal(other, condition, rows, fidelity, stability, earlier);
    }

    Proposal compared(Fidelity then) {
        return new Proposal(name, condition, rows, fidelity, stability, Optional.of(then));
    }
}
