package app.attune.decide;

import app.attune.core.ProblemException;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.RecommendService;
import app.attune.rules.RuleService;
import java.util.ArrayList;
import java.util.List;

/// The models and versions of rules that are kept.
final class StoredOthers implements Others {
    private final RuleService rules;
    private final RecommendService models;

    StoredOthers(RuleService rules, RecommendService models) {
        this.rules = rules;
        this.models = models;
    }

    @Override
    public List<Other> all() {
        List<Other> all = new ArrayList<>();
        models.list().forEach(card -> all.add(new Other.Model(card.id())));
        rules.versions().stream()
                .sorted((a, b) -> Integer.compare(b.version(), a.version()))
                .skip(1)
                .forEach(version -> all.add(new Other.Rules(version.version(), version.note())));
        return all;
    }

    @Override
    public DecisionDesk desk(Other other, DecisionDesk now) {
        return switch (other) {
            case Other.Rules wanted -> now.under(rules.version(wanted.version()).program());
            case Other.Model wanted -> {
                ModelCard card = models.card(wanted.id()).orElseThrow(() -> unknown(wanted.id()));
                yield now.asking(
                        models.model(wanted.id()),
                        new WeighedHistories(now.setup().population(), card.interactions()));
            }
        };
    }

    private static ProblemException unknown(ModelId id) {
        return ProblemException.of(
                "model.unknown", "There is no model " + id + ".", "Choose one from the list of models.");
    }
}
