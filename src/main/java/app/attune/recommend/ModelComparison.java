package app.attune.recommend;

import app.attune.stats.Interval;
import java.util.List;
import java.util.Optional;

/// Two to four saved models side by side.
///
/// @param models   as asked
/// @param overlaps of each pair
/// @param groups   by items in training first, then as asked; empty if the models were not measured on the same users
///                 or the data has changed since
/// @param alike    whether all were measured on the same test users, so that their accuracy may be compared
public record ModelComparison(
        List<ModelCard> models, List<Overlap> overlaps, List<GroupResults> groups, boolean alike) {
    public static final int FEWEST = 2;
    public static final int MOST = 4;

    public ModelComparison {
        models = List.copyOf(models);
        overlaps = List.copyOf(overlaps);
        groups = List.copyOf(groups);
    }

    /// How alike the lists of ten are that two models give the same users today: means over users with 95 % bootstrap
    /// intervals.
    ///
    /// @param jaccard [RankOverlap#jaccard]
    /// @param biased  [RankOverlap#biased], which counts the top most
    public record Overlap(ModelId one, ModelId other, Interval jaccard, Interval biased) {}

    /// A model that is at least as good in NDCG@10 and in diversity and trained as fast, and better in one of them.
    /// Empty if there is none, or something was not measured.
    public Optional<ModelCard> beats(ModelCard card) {
        return alike ? models.stream().filter(other -> dominates(other, card)).findFirst() : Optional.empty();
    }

    private static boolean dominates(ModelCard one, ModelCard other) {
        Optional<Interval> diversity = one.result().more().of(Measure.DIVERSITY);
        Optional<Interval> others = other.result().more().of(Measure.DIVERSITY);
        if (diversity.isEmpty() || others.isEmpty()) {
            return false;
        }
        double accuracy =
                one.result().ndcg10().estimate() - other.result().ndcg10().estimate();
        double variety = diversity.get().estimate() - others.get().estimate();
        double saved = other.result().trainSeconds() - one.result().trainSeconds();
        return accuracy >= 0 && variety >= 0 && saved >= 0 && accuracy + variety + saved > 0;
    }
}
