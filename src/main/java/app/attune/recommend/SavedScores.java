package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the test users of saved models again, whose scores are kept in their order.
final class SavedScores {
    private static final double HALF = 0.5;

    private final ModelStore store;

    SavedScores(ModelStore store) {
        this.store = store;
    }

    /// Of Popularity and all models measured on the test users of the newest; a saved Popularity that scores the same
    /// stands once.
    List<GroupResults> groups(Population population, List<UserGroups.Grouping> groupings, Progress progress) {
        List<ModelCard> cards = store.list();
        if (cards.isEmpty()) {
            return List.of();
        }
        List<ModelCard> alike = alike(cards);
        List<GroupComparison.Scored> scored = new ArrayList<>();
        double[] baseline = store.ndcg10(cards.getFirst().id()).popularity();
        scored.add(new GroupComparison.Scored(RecommenderNames.of(Algorithm.POPULARITY.kind()), baseline));
        for (ModelCard card : alike) {
            GroupComparison.Scored one = scored(card);
            boolean isBaseline = card.kind().equals(Algorithm.POPULARITY.kind());
            if (!isBaseline || !Arrays.equals(one.ndcg10(), baseline)) {
                scored.add(one);
            }
        }
        return again(cards.getFirst(), population, progress)
                .orElseThrow(() -> changed(cards.getFirst()))
                .groups(scored, population, groupings, progress);
    }

    /// Of these models, all measured on the same test users; empty if the data has changed since.
    List<GroupResults> groupsOf(
            List<ModelCard> cards, Population population, List<UserGroups.Grouping> groupings, Progress progress) {
        List<GroupComparison.Scored> scored = cards.stream().map(this::scored).toList();
        return again(cards.getFirst(), population, progress)
                .map(comparison -> comparison.groups(scored, population, groupings, progress))
                .orElse(List.of());
    }

    /// Those measured on the same test users as the first.
    static List<ModelCard> alike(List<ModelCard> cards) {
        String testHash = cards.getFirst().evaluation().testHash();
        return cards.stream()
                .filter(card -> card.evaluation().testHash().equals(testHash))
                .toList();
    }

    private GroupComparison.Scored scored(ModelCard card) {
        return new GroupComparison.Scored(
                card.id().toString(), store.ndcg10(card.id()).model());
    }

    static ProblemException changed(ModelCard newest) {
        return ProblemException.of(
                "recommend.data-changed",
                "The data has changed since " + RecommenderNames.of(newest.id())
                        + " was measured: its test users are not the same any more.",
                "Train a model again.");
    }

    /// A share that gives as many training interactions as were counted cuts where any split of that many did.
    /// Empty if the test users are others now.
    static Optional<Comparison> again(ModelCard card, Population population, Progress progress) {
        InteractionLog log = InteractionSelection.select(population, card.interactions(), progress);
        if (log.size() == 0) {
            return Optional.empty();
        }
        SplitFacts split = card.evaluation().split();
        CoreFacts core = split.details().core();
        double share = (split.trainEvents() + core.interactions() + HALF) / log.size();
        SplitPoint point = new SplitPoint.Share(Math.clamp(share, Double.MIN_VALUE, Math.nextDown(1.0)));
        Parts parts = Parts.of(TemporalSplit.of(log, point)).core(core.least(), progress);
        Comparison comparison = new Comparison(parts, 1, progress);
        return Optional.of(comparison)
                .filter(one -> one.testHash().equals(card.evaluation().testHash()));
    }
}
