package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Provenance;
import java.util.Map;
import java.util.TreeMap;

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

    /// What trains it anew.
    ///
    /// @throws ProblemException `model.trained-elsewhere`, `model.unknown-kind` for a kind that this version does not
    /// train
    public RecommenderOptions options() {
        return Algorithm.of(kind())
                .map(algorithm -> new RecommenderOptions(algorithm, known(algorithm)))
                .orElseThrow(() -> kind().equals(ImportedFactors.KIND)
                        ? ProblemException.of(
                                "model.trained-elsewhere",
                                RecommenderNames.of(id) + " cannot be trained anew: its factors were trained by Spark.",
                                "Train it in Spark and import it again.")
                        : ProblemException.of(
                                "model.unknown-kind",
                                RecommenderNames.of(id)
                                        + " cannot be trained anew: this version has no such algorithm.",
                                "Choose another model."));
    }

    /// A setting that came later has its usual value; one that is gone is left out.
    private Map<String, String> known(Algorithm algorithm) {
        Map<String, String> known = new TreeMap<>(result().options());
        known.keySet().removeIf(name -> algorithm.setting(name).isEmpty());
        return known;
    }

    /// The model's own row of its evaluation.
    public EvaluationRow result() {
        return evaluation.rows().getLast();
    }
}
