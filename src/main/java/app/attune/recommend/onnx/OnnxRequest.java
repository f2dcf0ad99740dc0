package app.attune.recommend.onnx;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.recommend.CatalogueModel;
import app.attune.recommend.FactorModel;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.ModelId;
import java.nio.file.Path;

/// What is written of which model, and where.
///
/// @param interactions what histories are made with, as the model was trained
/// @param length       of each answer
/// @param folder       that is not there yet, or empty
public record OnnxRequest(
        ModelId id,
        FactorModel model,
        InteractionOptions interactions,
        int length,
        Layout layout,
        Users users,
        Path folder) {
    /// Of each answer unless another is asked for.
    public static final int USUAL_LENGTH = 10;

    /// How the files lie.
    public enum Layout {
        /// Beside each other.
        PLAIN,
        /// The graphs as a model repository of NVIDIA Triton.
        TRITON
    }

    /// Whether the graph holds factors of users.
    public enum Users {
        WITH,
        /// Whoever asks gives the factors.
        WITHOUT
    }

    public OnnxRequest {
        Require.that(length > 0, "A list has at least one item");
    }

    /// Of each answer, at most all items.
    int k() {
        return Math.min(length, model.items().size());
    }

    /// @throws ProblemException `model.no-factors` for a model that is none of factors
    public static FactorModel factors(ModelId id, CatalogueModel model) {
        if (model instanceof FactorModel factors && !factors.items().isEmpty()) {
            return factors;
        }
        throw ProblemException.of(
                "model.no-factors",
                id + " is no model of factors, and only those become ONNX.",
                "Choose a model of iALS or BPR, or one whose factors were imported; every model's lists can be written for"
                        + " all users instead.");
    }
}
