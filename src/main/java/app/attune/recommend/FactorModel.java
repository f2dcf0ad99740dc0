package app.attune.recommend;

import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.FactorSearch.Question;
import app.attune.recommend.LeastSquares.Penalty;
import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Recommends by factors of items: a user's factors are solved from what they did, and the score of an item is the
/// product of both. What iALS and BPR make, and [ImportedFactors].
///
/// Users of the training are treated like everybody else, by their history ([FoldIn]); no user is kept in the model.
/// The score of item j is the sum of user(f) * item(j, f) over the factors f in order, started at 0.0, as doubles.
public final class FactorModel extends CatalogueModel {
    private static final String FACTORS = "factors";
    private static final String GRAM = "gram";
    private static final String PENALTY = "penalty";
    private static final String SPARK = "spark";

    private final String kind;
    private final float[] factors;
    private final FactorSearch search;
    private final double[] gram;
    private final UserEquation equation;
    private final int d;

    private FactorModel(String kind, Provenance provenance, Catalogue catalogue, int[] support, Learned learned) {
        super(provenance, catalogue, support);
        this.d = (int) Math.round(Math.sqrt(learned.gram.length));
        Require.that(d > 0 && d * d == learned.gram.length, "The Gram matrix is square");
        Require.that(learned.factors.length == catalogue.size() * d, "One row of factors per item");
        this.kind = kind;
        this.factors = learned.factors;
        this.gram = learned.gram;
        this.equation = learned.equation;
        this.search = new FactorSearch(factors, d);
    }

    /// @param factors item by item
    /// @param gram    sum over all items of y y'
    @SuppressWarnings("ArrayRecordComponent") // Private tables, never compared.
    private record Learned(float[] factors, double[] gram, UserEquation equation) {}

    /// @param factors item by item
    static FactorModel of(Task task, float[] factors, Penalty penalty) {
        Interactions data = task.data();
        double[] gram = gram(factors, task.options().whole("factors"));
        return new FactorModel(
                task.options().kind(),
                task.provenance(),
                data.catalogue(),
                data.usersByItem(),
                new Learned(factors, gram, penalty));
    }

    static FactorModel of(ModelTables tables) {
        return new FactorModel(
                tables.kind(),
                tables.provenance(),
                new Catalogue(tables.items()),
                tables.intsOf(SUPPORT),
                new Learned(tables.floatsOf(FACTORS), tables.doublesOf(GRAM), equation(tables)));
    }

    private static UserEquation equation(ModelTables tables) {
        if (tables.kind().equals(ImportedFactors.KIND)) {
            return SparkEquation.of(tables.doublesOf(SPARK));
        }
        double[] penalty = tables.doublesOf(PENALTY);
        Require.that(penalty.length == 3, "Three numbers of the penalty");
        return new Penalty(penalty[0], penalty[1], penalty[2]);
    }

    /// What was trained elsewhere.
    ///
    /// @param factors of the items of the catalogue, row by row; not changed afterwards
    static FactorModel imported(Provenance provenance, Columns columns, float[] factors, ImportedFactors from) {
        return new FactorModel(
                ImportedFactors.KIND,
                provenance,
                columns.catalogue,
                columns.support,
                new Learned(factors, from.gram(), from.equation()));
    }

    /// Items and how many users took each.
    @SuppressWarnings("ArrayRecordComponent") // A carrier, never compared.
    record Columns(Catalogue catalogue, int[] support) {}

    private static double[] gram(float[] factors, int d) {
        double[] gram = new double[d * d];
        for (int start = 0; start < factors.length; start += d) {
            for (int i = 0; i < d; i++) {
                double left = factors[start + i];
                for (int j = 0; j < d; j++) {
                    gram[i * d + j] += left * factors[start + j];
                }
            }
        }
        return gram;
    }

    /// Whether models of a kind are of factors.
    public static boolean isOfFactors(String kind) {
        return kind.equals(ImportedFactors.KIND)
                || kind.equals(Algorithm.IALS.kind())
                || kind.equals(Algorithm.BPR.kind());
    }

    /// Numbers per item.
    public int factors() {
        return d;
    }

    /// The factor `f` of an item.
    public double factor(int itemIdx, int f) {
        return factors[itemIdx * d + f];
    }

    /// Sum over all items of the products of their factors: `factors` x `factors`, row by row.
    public double[] gram() {
        return gram.clone();
    }

    /// What holds a user's factors back: the weight of what is not there, lambda and nu.
    ///
    /// @throws UnsupportedOperationException of factors that were imported, which servers do not solve
    public double[] penalty() {
        return switch (equation) {
            case Penalty penalty -> new double[] {penalty.unobserved(), penalty.lambda(), penalty.nu()};
            case SparkEquation spark -> throw new UnsupportedOperationException(spark + " is no penalty");
        };
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        if (history.from() == history.to()) {
            return;
        }
        search.score(user(history), scores);
    }

    /// The factors of somebody by what they did; all 0 for who did nothing that the model knows.
    public double[] user(List<HistoryItem> history) {
        IndexedHistory known = catalogue().index(history);
        return known.from() == known.to() ? new double[d] : user(known);
    }

    /// An item by its position, and its score.
    public record Scored(int itemIdx, double score) {}

    /// The best `k` items for these factors with a score above 0, in the order of [RecommenderModel].
    ///
    /// @param user    as many as the model has
    /// @param without positions that are no answer, ascending
    public List<Scored> best(double[] user, int k, int[] without) {
        Ranked found = search.best(List.of(new Question(user, without)), k).getFirst();
        return IntStream.range(0, found.size())
                .mapToObj(rank -> new Scored(found.positions()[rank], found.scores()[rank]))
                .toList();
    }

    private double[] user(IndexedHistory history) {
        IndexedHistory placed = placed(history);
        if (placed.from() == placed.to()) {
            return new double[d];
        }
        return FoldIn.of(placed, gram, factors, equation).user(placed, factors);
    }

    @Override
    Ranked top(IndexedHistory history, int k, int[] excluded, double[] scores) {
        return search.best(List.of(question(history, excluded)), k).getFirst();
    }

    @Override
    List<Ranked> top(List<IndexedHistory> histories, int k) {
        return search.best(
                histories.stream().map(history -> question(history, new int[0])).toList(), k);
    }

    /// Nobody without a history has factors, and so no item a product above 0.
    private Question question(IndexedHistory history, int[] excluded) {
        int[] own = Arrays.copyOfRange(history.itemIdx(), history.from(), history.to());
        int[] without = IntStream.concat(Arrays.stream(own), Arrays.stream(excluded))
                .sorted()
                .toArray();
        return new Question(own.length == 0 ? new double[d] : user(history), without);
    }

    /// Without items that were imported without factors: to the training they were not there.
    private IndexedHistory placed(IndexedHistory history) {
        if (equation instanceof Penalty) {
            return history;
        }
        int[] at = IntStream.range(history.from(), history.to())
                .filter(row -> hasFactors(history.itemIdx()[row]))
                .toArray();
        return new IndexedHistory(
                Arrays.stream(at).map(row -> history.itemIdx()[row]).toArray(),
                Arrays.stream(at).mapToDouble(row -> history.weights()[row]).toArray(),
                0,
                at.length);
    }

    private boolean hasFactors(int itemIdx) {
        return IntStream.range(itemIdx * d, (itemIdx + 1) * d).anyMatch(at -> factors[at] != 0);
    }

    /// The parts of the score that each item of the history explains; they add up to it.
    ///
    /// Source: Hu, Koren, Volinsky, ICDM 2008, section 5.
    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        IndexedHistory placed = placed(history);
        if (placed.from() == placed.to()) {
            return List.of();
        }
        double[] explaining = FoldIn.of(placed, gram, factors, equation).explaining(factors, itemIdx);
        List<Recommendation.Evidence> found = new ArrayList<>();
        for (int at = history.from(); at < history.to(); at++) {
            int source = history.itemIdx()[at];
            double part = 0;
            for (int f = 0; f < d; f++) {
                part += explaining[f] * factors[source * d + f];
            }
            if (part > 0) {
                found.add(new Recommendation.Evidence(
                        catalogue().item(source), equation.right(history.weights()[at]) * part));
            }
        }
        return ItemItemModel.strongest(found);
    }

    @Override
    public ModelTables tables() {
        TreeMap<String, int[]> ints = new TreeMap<>();
        ints.put(SUPPORT, supports());
        TreeMap<String, double[]> doubles = new TreeMap<>();
        doubles.put(GRAM, gram.clone());
        switch (equation) {
            case Penalty penalty -> doubles.put(PENALTY, penalty());
            case SparkEquation spark -> doubles.put(SPARK, spark.saved());
        }
        TreeMap<String, float[]> floats = new TreeMap<>();
        floats.put(FACTORS, factors.clone());
        return new ModelTables(kind, provenance(), items(), ints, doubles, floats);
    }
}
