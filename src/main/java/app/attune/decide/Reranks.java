package app.attune.decide;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.RerankedModel;
import java.util.Optional;

/// The model whose lists are looked at re-ranked.
@FunctionalInterface
public interface Reranks {
    /// Empty while none is chosen; may take long when it is another than before.
    ///
    /// @throws app.attune.core.ProblemException `model.unknown`, `model.unreadable`, `model.damaged`,
    ///                                          `rerank.no-attribute`, `rerank.no-kinds`, `rerank.not-a-number`
    Optional<RerankedModel> chosen(Population population, Progress progress);

    /// Never chosen.
    static Reranks none() {
        return (population, progress) -> Optional.empty();
    }
}
