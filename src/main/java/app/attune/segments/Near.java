package app.attune.segments;

/// That an event has, or has not, another event of the same user beside it.
///
/// An event never is its own neighbour. At equal times another event counts as both before and after. Neighbours may
/// lie outside the window of the condition, but none lies at or after the as-of time.
public record Near(Relation relation, EventKind events, Within within) {
    /// Where the neighbour is.
    public enum Relation {
        FOLLOWED,
        NOT_FOLLOWED,
        PRECEDED,
        NOT_PRECEDED;

        /// Whether the neighbour is looked for at or after the event; otherwise at or before it.
        boolean isAfter() {
            return this == FOLLOWED || this == NOT_FOLLOWED;
        }

        /// Whether there must be a neighbour; otherwise there must be none.
        boolean isWanted() {
            return this == FOLLOWED || this == PRECEDED;
        }
    }
}
