package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.TopItems.Ranked;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// Ranks all items for every test user and compares with what the user took after the split.
///
/// Protocol: full ranking over all items of the training data; items the user had in training are never recommended;
/// ties: smaller item id first; every test user counts the same. Of many test users at most [#VARIED_USERS], evenly
/// spaced, tell how varied lists are, since that looks at every pair of a list.
final class Evaluator {
    static final int VARIED_USERS = 5000;

    private static final int SHORT = 10;
    private static final int LONG = 20;

    private final Interactions train;
    private final TestSet test;
    private final int[] usersByItem;
    private final SharedUsers distance;
    private final Optional<ItemKinds> kinds;
    private final Extent extent;

    /// What is measured of a list.
    private enum Extent {
        ALL,
        /// What is beyond accuracy stays NaN.
        ACCURACY
    }

    Evaluator(Interactions train, TestSet test) {
        this(train, test, Extent.ALL);
    }

    private Evaluator(Interactions train, TestSet test, Extent extent) {
        this.train = train;
        this.test = test;
        this.usersByItem = train.usersByItem();
        this.distance = new SharedUsers(train);
        this.kinds = ItemKinds.of(train);
        this.extent = extent;
    }

    /// Measures only how good lists are, which is quicker.
    static Evaluator ofAccuracy(Interactions train, TestSet test) {
        return new Evaluator(train, test, Extent.ACCURACY);
    }

    /// The attribute whose mix is compared; empty text if items have none.
    String kinds() {
        return kinds.map(ItemKinds::attribute).orElse("");
    }

    UserScores evaluate(CatalogueModel model, Progress progress) {
        return evaluate(model, LONG, List.of((history, list) -> list.positions()), progress)
                .getFirst();
    }

    /// What becomes of a list before it is measured.
    @FunctionalInterface
    interface Relist {
        /// @return positions, best first
        int[] of(IndexedHistory history, Ranked list);
    }

    /// Measures several lists made of the same candidates.
    ///
    /// @param candidates how many of the model's list each is made of
    List<UserScores> evaluate(CatalogueModel model, int candidates, List<Relist> lists, Progress progress) {
        int n = test.users();
        List<Filling> filled =
                lists.stream().map(list -> new Filling(n, train.items())).toList();
        Lists best = lists(model);
        Blocks.run(n, "Evaluating " + RecommenderNames.of(model.kind()), progress, (from, to) -> {
            List<IndexedHistory> histories = IntStream.range(from, to)
                    .mapToObj(user -> train.history(test.rows()[user]))
                    .toList();
            List<Ranked> ranked = best.top(histories, candidates);
            for (int user = from; user < to && !progress.isCancelled(); user++) {
                for (int list = 0; list < lists.size(); list++) {
                    int[] made = lists.get(list).of(histories.get(user - from), ranked.get(user - from));
                    measure(filled.get(list), user, made);
                }
            }
        });
        return filled.stream().map(Filling::scores).toList();
    }

    private void measure(Filling scores, int user, int[] ranked) {
        accuracy(scores, user, ranked);
        if (extent == Extent.ALL) {
            beyond(scores, user, ranked);
        }
        for (int rank = 0; rank < Math.min(SHORT, ranked.length); rank++) {
            scores.shown.incrementAndGet(ranked[rank]);
        }
    }

    /// The best items of many histories, in positions of the training matrix.
    @FunctionalInterface
    private interface Lists {
        List<Ranked> top(List<IndexedHistory> histories, int k);
    }

    private Lists lists(CatalogueModel model) {
        return model.catalogue().items().equals(train.catalogue().items())
                ? model::top
                : new FewerItems(model, train.catalogue())::top;
    }

    private void accuracy(Filling scores, int user, int[] ranked) {
        int[] relevant = test.relevant()[user];
        scores.recall10[user] = RankingMetrics.recall(ranked, relevant, SHORT);
        scores.recall20[user] = RankingMetrics.recall(ranked, relevant, LONG);
        scores.ndcg10[user] = RankingMetrics.ndcg(ranked, relevant, SHORT);
        scores.ndcg20[user] = RankingMetrics.ndcg(ranked, relevant, LONG);
        scores.hit10[user] = RankingMetrics.hit(ranked, relevant, SHORT);
        scores.put(Measure.CUT_RECALL, user, RankingMetrics.cutRecall(ranked, relevant, SHORT));
        scores.put(Measure.AVERAGE_PRECISION, user, RankingMetrics.averagePrecision(ranked, relevant, SHORT));
        scores.put(Measure.RECIPROCAL_RANK, user, RankingMetrics.reciprocalRank(ranked, relevant, SHORT));
    }

    private void beyond(Filling scores, int user, int[] ranked) {
        double users = train.users();
        scores.put(Measure.NOVELTY, user, ListMetrics.novelty(ranked, SHORT, usersByItem, users));
        scores.put(Measure.POPULARITY, user, ListMetrics.averagePopularity(ranked, SHORT, usersByItem) / users);
        if (user % varied() == 0) {
            scores.put(Measure.DIVERSITY, user, ListMetrics.diversity(ranked, SHORT, distance));
        }
        kinds.ifPresent(known -> scores.put(Measure.MISCALIBRATION, user, miscalibration(known, user, ranked)));
    }

    /// Of how many test users one tells how varied its list is.
    private int varied() {
        return Math.ceilDiv(Math.max(1, test.users()), VARIED_USERS);
    }

    private double miscalibration(ItemKinds known, int user, int[] ranked) {
        return known.mix(train.history(test.rows()[user]))
                .flatMap(did -> known.mix(ranked, SHORT)
                        .map(list -> ListMetrics.miscalibration(did, list, ListMetrics.CALIBRATION_ALPHA)))
                .orElse(Double.NaN);
    }

    /// The arrays while they are filled; each user has a place of its own.
    private static final class Filling {
        private final double[] recall10;
        private final double[] recall20;
        private final double[] ndcg10;
        private final double[] ndcg20;
        private final double[] hit10;
        private final Map<Measure, double[]> more = new EnumMap<>(Measure.class);

        private final AtomicIntegerArray shown;

        Filling(int n, int items) {
            shown = new AtomicIntegerArray(items);
            recall10 = new double[n];
            recall20 = new double[n];
            ndcg10 = new double[n];
            ndcg20 = new double[n];
            hit10 = new double[n];
            for (Measure measure : Measure.values()) {
                double[] values = new double[n];
                Arrays.fill(values, Double.NaN);
                more.put(measure, values);
            }
        }

        void put(Measure measure, int user, double value) {
            Optional.ofNullable(more.get(measure)).ifPresent(values -> values[user] = value);
        }

        UserScores scores() {
            int[] exposures = IntStream.range(0, shown.length()).map(shown::get).toArray();
            return new UserScores(
                    recall10,
                    recall20,
                    ndcg10,
                    ndcg20,
                    hit10,
                    more,
                    ExposureMetrics.coverage(exposures),
                    ExposureMetrics.giniUnevenness(exposures));
        }
    }
}
