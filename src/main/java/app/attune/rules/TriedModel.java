package app.attune.rules;

/// What came of asking one of the models that a Recommend names.
///
/// @param model its kind
public record TriedModel(String model, Answer answer) {
    /// What a model said.
    public enum Answer {
        /// It gave the candidates.
        GAVE,
        /// There is no such model.
        NOT_TRAINED,
        /// It has nothing for the user.
        NO_CANDIDATES
    }
}
