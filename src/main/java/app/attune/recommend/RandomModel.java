package app.attune.recommend;

import app.attune.core.Provenance;
import app.attune.core.Seeds;
import app.attune.recommend.Catalogue.IndexedHistory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Recommends at random: the floor that every recommender must clear. Never saved.
///
/// The same seed and history always give the same list.
public final class RandomModel extends CatalogueModel {
    static final String KIND = "random";

    private final long seed;

    private RandomModel(Provenance provenance, Catalogue catalogue, int[] support, long seed) {
        super(provenance, catalogue, support);
        this.seed = seed;
    }

    static RandomModel of(Interactions data, long seed, Clock clock) {
        return new RandomModel(
                ModelProvenance.of(data, KIND, Map.of(), seed, clock), data.catalogue(), data.usersByItem(), seed);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        long mixed = seed;
        for (int at = history.from(); at < history.to(); at++) {
            mixed = mixed * 31 + history.itemIdx()[at];
        }
        SplittableRandom random = Seeds.stream(mixed, "random recommender");
        for (int itemIdx = 0; itemIdx < scores.length; itemIdx++) {
            scores[itemIdx] = 1 - random.nextDouble();
        }
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        return List.of();
    }

    @Override
    public ModelTables tables() {
        throw new UnsupportedOperationException("The random baseline is never saved");
    }
}
