package app.attune.decide;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.recommend.RerankChoice;
import app.attune.recommend.RerankService;
import app.attune.recommend.RerankedModel;
import java.util.Optional;

/// What is chosen in the window; what was made last is kept for the next user. Thread-safe.
public final class ChosenReranks implements Reranks {
    private final RerankChoice choice;
    private final RerankService service;
    private volatile Optional<Made> last = Optional.empty();

    private record Made(RerankChoice.Chosen chosen, Population population, RerankedModel model) {
        boolean isOf(RerankChoice.Chosen other, Population people) {
            return chosen.equals(other) && population.equals(people);
        }
    }

    public ChosenReranks(RerankChoice choice, RerankService service) {
        this.choice = choice;
        this.service = service;
    }

    @Override
    public Optional<RerankedModel> chosen(Population population, Progress progress) {
        return choice.chosen()
                .map(chosen -> last.filter(made -> made.isOf(chosen, population))
                        .map(Made::model)
                        .orElseGet(() -> make(chosen, population, progress)));
    }

    private RerankedModel make(RerankChoice.Chosen chosen, Population population, Progress progress) {
        RerankedModel model = service.model(chosen.model(), chosen.steps(), population, progress);
        progress.checkpoint();
        last = Optional.of(new Made(chosen, population, model));
        return model;
    }
}
