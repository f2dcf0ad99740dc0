package app.attune.recommend;

import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import java.util.List;
import java.util.TreeMap;

/// Recommends to everybody what most people took. The score of an item is its count.
public final class PopularityModel extends CatalogueModel {
    private static final String COUNTS = "counts";

    private final int[] counts;

    PopularityModel(Provenance provenance, Catalogue catalogue, int[] support, int[] counts) {
        super(provenance, catalogue, support);
        Require.that(counts.length == catalogue.size(), "One count per item");
        this.counts = counts.clone();
    }

    static PopularityModel of(ModelTables tables) {
        return new PopularityModel(
                tables.provenance(), new Catalogue(tables.items()), tables.intsOf(SUPPORT), tables.intsOf(COUNTS));
    }

    @Override
    public String kind() {
        return Algorithm.POPULARITY.kind();
    }

    /// The count that is the item's score.
    public int count(int itemIdx) {
        return counts[itemIdx];
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        for (int itemIdx = 0; itemIdx < scores.length; itemIdx++) {
            scores[itemIdx] = counts[itemIdx];
        }
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        return List.of();
    }

    @Override
    public ModelTables tables() {
        TreeMap<String, int[]> ints = new TreeMap<>();
        ints.put(SUPPORT, supports());
        ints.put(COUNTS, counts.clone());
        return new ModelTables(kind(), provenance(), items(), ints, new TreeMap<>());
    }
}
