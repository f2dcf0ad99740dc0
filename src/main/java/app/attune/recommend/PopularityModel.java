package app.attune.recommend;

import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Recommends to everybody what most people took, ever or lately. The score of an item is its count, in which older
/// interactions may count less.
public final class PopularityModel extends CatalogueModel {
    private static final String COUNTS = "counts";
    private static final String SCORES = "scores";

    private final String kind;
    private final double[] scores;

    /// @param scores 0 and more
    PopularityModel(String kind, Provenance provenance, Counted counted, double[] scores) {
        super(provenance, counted.catalogue(), counted.users());
        Require.that(scores.length == counted.catalogue().size(), "One count per item");
        this.kind = kind;
        this.scores = scores.clone();
    }

    /// @param users with each item
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    record Counted(Catalogue catalogue, int[] users) {
        static Counted of(Interactions data) {
            return new Counted(data.catalogue(), data.usersByItem());
        }
    }

    static PopularityModel of(ModelTables tables) {
        boolean whole = tables.ints().containsKey(COUNTS);
        return new PopularityModel(
                tables.kind(),
                tables.provenance(),
                new Counted(new Catalogue(tables.items()), tables.intsOf(SUPPORT)),
                whole ? Arrays.stream(tables.intsOf(COUNTS)).asDoubleStream().toArray() : tables.doublesOf(SCORES));
    }

    @Override
    public String kind() {
        return kind;
    }

    /// The count that is the item's score.
    public double count(int itemIdx) {
        return scores[itemIdx];
    }

    @Override
    void score(IndexedHistory history, double[] sums) {
        System.arraycopy(scores, 0, sums, 0, sums.length);
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        return List.of();
    }

    @Override
    public ModelTables tables() {
        TreeMap<String, int[]> ints = new TreeMap<>();
        TreeMap<String, double[]> doubles = new TreeMap<>();
        ints.put(SUPPORT, supports());
        if (kind.equals(Algorithm.POPULARITY.kind())) {
            ints.put(
                    COUNTS, Arrays.stream(scores).mapToInt(count -> (int) count).toArray());
        } else {
            doubles.put(SCORES, scores.clone());
        }
        return new ModelTables(kind, provenance(), items(), ints, doubles);
    }
}
