package app.attune.recommend;

import app.attune.recommend.rerank.Reranking;
import java.util.Optional;

/// The model and steps an analyst looks at re-ranked, as chosen last. Kept nowhere else. Thread-safe.
public final class RerankChoice {
    private volatile Optional<Chosen> chosen = Optional.empty();

    /// @param steps at least one
    public record Chosen(ModelId model, Reranking steps) {}

    public void choose(ModelId model, Reranking steps) {
        chosen = Optional.of(new Chosen(model, steps));
    }

    /// Empty until something is chosen.
    public Optional<Chosen> chosen() {
        return chosen;
    }
}
