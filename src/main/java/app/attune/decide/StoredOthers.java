package app.attune.decide;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommendService;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.RuleService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The models and versions of rules that are kept.
final class StoredOthers implements Others {
    private final RuleService rules;
    private final RecommendService models;
    private final Map<ModelId, RecommenderModel> loaded;

    /// @param loaded models that need not be read again; only looked at
    StoredOthers(RuleService rules, RecommendService models, Map<ModelId, RecommenderModel> loaded) {
        this.rules = rules;
        this.models = models;
        this.loaded = loaded;
    }

    @Override
    public List<Other> all() {
        List<Other> all = new ArrayList<>();
        models.list().forEach(card -> all.add(new Other.Model(card.id())));
        int now = rules.branches().current().head();
        rules.versions().stream()
                .filter(version -> version.version() != now)
                .sorted((a, b) -> Integer.compare(b.version(), a.version()))
                .forEach(version -> all.add(new Other.Rules(version.version(), version.note())));
        return all;
    }

    @Override
    public DecisionDesk desk(Other other, DecisionDesk now, Progress progress) {
        return switch (other) {
            case Other.Rules wanted -> now.under(rules.version(wanted.version()).program());
            case Other.Model wanted -> {
                ModelCard card = models.card(wanted.id()).orElseThrow(() -> unknown(wanted.id()));
                yield now.asking(
                        model(wanted.id(), progress),
                        new WeighedHistories(now.setup().population(), card.interactions()));
            }
        };
    }

    private RecommenderModel model(ModelId id, Progress progress) {
        RecommenderModel known = loaded.get(id);
        if (known != null) {
            return known;
        }
        progress.checkpoint();
        RecommenderModel read = models.model(id);
        progress.checkpoint();
        return read;
    }

    private static ProblemException unknown(ModelId id) {
        return ProblemException.of(
                "model.unknown", "There is no model " + id + ".", "Choose one from the list of models.");
    }
}
