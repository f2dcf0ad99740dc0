package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.recommend.Recommendation;
import app.attune.rules.RuleOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells of the items of a list where they come from and why they are on it.
///
/// @param setup     whose models cite what an item rests on
/// @param sentences that say why
record DecidedItems(DecisionSetup setup, ReasonSentences sentences) {
    /// In the order of their places.
    List<DecidedItem> of(RuleOutcome outcome, CandidateSource source) {
        Map<ItemId, Recommendation> byItem = new HashMap<>();
        Set<ItemId> wanted = new HashSet<>();
        outcome.items().forEach(item -> wanted.add(item.item()));
        source.list().stream()
                .filter(found -> wanted.contains(found.item()))
                .forEach(found -> byItem.put(found.item(), explained(found, source)));
        boolean fallback = source.reason() == DecisionReason.FALLBACK || source.reason() == DecisionReason.DISABLED;
        DecidedItem.Source fromModel = fallback ? DecidedItem.Source.FALLBACK : DecidedItem.Source.MODEL;
        return outcome.items().stream()
                .map(item -> {
                    Optional<Recommendation> found = Optional.ofNullable(byItem.get(item.item()));
                    return new DecidedItem(
                            item.place(),
                            item.item(),
                            item.score(),
                            item.modelScore(),
                            item.factor(),
                            item.pinnedBy().isPresent() ? DecidedItem.Source.RULE : fromModel,
                            item.pinnedBy().or(item::scoredBy),
                            sentences.of(item, found, source.kind(), source.seed()),
                            found.map(Recommendation::evidence).orElse(List.of()));
                })
                .toList();
    }

    /// With what the model cites for it.
    private Recommendation explained(Recommendation found, CandidateSource source) {
        List<Recommendation.Evidence> evidence = source.kind()
                .flatMap(setup.models()::model)
                .map(model -> model.evidence(source.history(), found.item()))
                .orElse(List.of());
        return new Recommendation(found.item(), found.score(), evidence, found.support());
    }
}
