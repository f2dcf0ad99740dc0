package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.List;

/// Finds the test users of saved models again, whose scores are kept in their order.
final class SavedScores {
    private static final double HALF = 0.5;

    private final ModelStore store;

    SavedScores(ModelStore store) {
        this.store = store;
    }

    List<GroupResults> groups(Population population, List<UserGroups.Grouping> groupings, Progress progress) {
        List<ModelCard> cards = store.list();
        if (cards.isEmpty()) {
            return List.of();
        }
        ModelCard newest = cards.getFirst();
        Comparison comparison = again(newest, population, progress);
        if (!comparison.testHash().equals(newest.evaluation().testHash())) {
            throw ProblemException.of(
                    "recommend.data-changed",
                    "The data has changed since " + RecommenderNames.of(newest.id())
                            + " was measured: its test users are not the same any more.",
                    "Train a model again.");
        }
        return comparison.groups(scored(cards), population, groupings, progress);
    }

    /// A share that gives as many training interactions as were counted cuts where any split of that many did.
    private static Comparison again(ModelCard card, Population population, Progress progress) {
        InteractionLog log = InteractionSelection.select(population, card.interactions(), progress);
        double share = (card.evaluation().split().trainEvents() + HALF) / Math.max(1, log.size());
        SplitPoint point = new SplitPoint.Share(Math.clamp(share, Double.MIN_VALUE, Math.nextDown(1.0)));
        return new Comparison(TemporalSplit.of(log, point), 1, progress);
    }

    private List<GroupComparison.Scored> scored(List<ModelCard> cards) {
        String testHash = cards.getFirst().evaluation().testHash();
        List<GroupComparison.Scored> scored = new ArrayList<>();
        scored.add(new GroupComparison.Scored(
                RecommenderNames.of(Algorithm.POPULARITY.kind()),
                store.ndcg10(cards.getFirst().id()).popularity()));
        cards.stream()
                .filter(card -> card.evaluation().testHash().equals(testHash))
                .filter(card -> !card.kind().equals(Algorithm.POPULARITY.kind()))
                .map(card -> new GroupComparison.Scored(
                        card.id().toString(), store.ndcg10(card.id()).model()))
                .forEach(scored::add);
        return scored;
    }
}
