package app.attune.recommend;

import app.attune.core.Provenance;

/// What is known of a saved model: where it comes from and how good it was.
///
/// @param interactions which events it learned from and what a history must be built with
/// @param evaluation   of the same options trained on the part before the split; the saved model itself was then
///                     trained on all interactions
public record ModelCard(
        ModelId id, Provenance provenance, InteractionOptions interactions, TrainingSize size, Evaluation evaluation) {
    /// What the saved model was trained on.
    public record TrainingSize(int users, int items, long pairs) {}

    public String kind() {
        return id.kind();
    }

    /// The model's own row of its evaluation.
    public EvaluationRow result() {
        return evaluation.rows().getLast();
    }
}
