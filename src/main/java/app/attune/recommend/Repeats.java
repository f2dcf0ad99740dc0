package app.attune.recommend;

/// What several events of one user with one item count together.
public enum Repeats {
    /// The pair counts once, with the weight of its heaviest event type. With equal weights this is binary.
    ONCE,
    /// For each event type, in order of its name, weight times number of events; then the sum.
    SUMMED
}
