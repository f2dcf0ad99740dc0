package app.attune.decide;

/// Where the list of a decision comes from.
public enum DecisionReason {
    /// From a model that the winning Recommend rule names.
    TARGETING_MATCH,
    /// From the default model: no Recommend rule matched.
    RECOMMENDER,
    /// From a model that nobody asked for by name (the default, popularity), since those before it had nothing for the
    /// user.
    FALLBACK,
    /// No model had anything: the list has pinned items only, or is empty.
    DEFAULT,
    /// The user has not agreed to personalisation: the most popular items, and of all rules only Exclude.
    DISABLED,
    /// A decider failed. A server answers so; the workbench shows a problem instead.
    ERROR
}
