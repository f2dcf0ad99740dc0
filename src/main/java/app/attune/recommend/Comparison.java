package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.stats.Bootstrap;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures recommenders on one split and tells which differences are real.
final class Comparison {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Parts split;
    private final Interactions train;
    private final TestSet test;
    private final BootstrapOptions bootstrap;
    private final List<EvaluationRow> rows = new ArrayList<>();
    private final List<double[]> ndcg10 = new ArrayList<>();
    private final List<PeriodScores.OfRow> scores = new ArrayList<>();
    private Optional<Evaluator> evaluator = Optional.empty();

    Comparison(TemporalSplit split, long seed, Progress progress) {
        this(Parts.of(split), seed, progress);
    }

    Comparison(Parts split, long seed, Progress progress) {
        this.split = split;
        this.train = Interactions.of(split.train(), progress);
        this.test = TestSet.of(train, split.test());
        this.bootstrap = BootstrapOptions.of(seed);
    }

    Interactions train() {
        return train;
    }

    SplitFacts facts() {
        return SplitFacts.of(split, test);
    }

    /// Measures one more recommender, trained on [#train].
    void add(CatalogueModel model, RowLabel label, Progress progress) {
        Evaluator measuring = evaluator();
        UserScores found = measuring.evaluate(model, progress);
        rows.add(Means.row(label.of(model.kind(), measuring.kinds()), found, bootstrap, progress));
        ndcg10.add(found.ndcg10());
        scores.add(new PeriodScores.OfRow(found.ndcg10(), found.recall10(), found.hit10()));
    }

    Evaluator evaluator() {
        Evaluator measuring = evaluator.orElseGet(() -> new Evaluator(train, test));
        evaluator = Optional.of(measuring);
        return measuring;
    }

    /// What the rows say about a recommender besides its numbers.
    ///
    /// @param kinds the attribute of items whose mix is compared; empty text if there is none
    record RowLabel(String name, String kind, Map<String, String> options, double trainSeconds, String kinds) {
        RowLabel(String name, Map<String, String> options, double trainSeconds) {
            this(name, "", options, trainSeconds, "");
        }

        RowLabel of(String kindOfModel, String kindsOfItems) {
            return new RowLabel(name, kindOfModel, options, trainSeconds, kindsOfItems);
        }
    }

    /// Of the popularity baseline, which is added second, and of the recommender added last.
    ModelStore.UserNdcg ndcg10() {
        return new ModelStore.UserNdcg(ndcg10.get(1), ndcg10.getLast());
    }

    /// Of these recommenders on the test users, parted by their history first, then as asked.
    List<GroupResults> groups(
            List<GroupComparison.Scored> scored,
            Population population,
            List<UserGroups.Grouping> groupings,
            Progress progress) {
        GroupComparison comparison = new GroupComparison(testUsers(), scored, bootstrap);
        List<GroupResults> results = new ArrayList<>();
        results.add(comparison.of(UserGroups.byHistory(train, test), progress));
        for (UserGroups.Grouping grouping : groupings) {
            progress.checkpoint();
            results.add(comparison.of(grouping.of(population, split.leakage().firstTest(), progress), progress));
        }
        return List.copyOf(results);
    }

    /// Positions in the frame, in the order of the scores.
    int[] testUsers() {
        return Arrays.stream(test.rows()).map(train::frameUser).toArray();
    }

    /// Of the rows, in their order.
    List<PeriodScores.OfRow> scores() {
        return List.copyOf(scores);
    }

    /// The rows that [Evaluation#distinctRows] shows, with their scores.
    List<GroupComparison.Scored> scored() {
        List<EvaluationRow> shown = result().distinctRows();
        List<GroupComparison.Scored> scored = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (shown.contains(rows.get(row))) {
                scored.add(new GroupComparison.Scored(rows.get(row).name(), ndcg10.get(row)));
            }
        }
        return scored;
    }

    Evaluation result() {
        return new Evaluation(facts(), testHash(), rows, differences(rows, ndcg10, bootstrap));
    }

    /// Of the best row to each other row, in the order of the rows.
    static List<PairedDifference> differences(
            List<EvaluationRow> rows, List<double[]> ndcg10, BootstrapOptions bootstrap) {
        int best = 0;
        for (int row = 1; row < rows.size(); row++) {
            best = rows.get(row).ndcg10().estimate() > rows.get(best).ndcg10().estimate() ? row : best;
        }
        List<PairedDifference> differences = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (row != best) {
                Interval interval = Bootstrap.pairedDifference(ndcg10.get(best), ndcg10.get(row), bootstrap);
                differences.add(new PairedDifference(
                        rows.get(best).name(), rows.get(row).name(), interval));
            }
        }
        return differences;
    }

    /// Of the test users, their items and their training histories: FNV-1a over ids and positions.
    String testHash() {
        long hash = FNV_OFFSET;
        for (int user = 0; user < test.users(); user++) {
            int row = test.rows()[user];
            hash = mix(
                    hash, train.log().frame().users().text(train.frameUser(row)).hashCode());
            hash = mix(hash, train.to(row) - train.from(row));
            for (int item : test.relevant()[user]) {
                hash = mix(hash, train.catalogue().item(item).value().hashCode());
            }
        }
        return Long.toHexString(hash);
    }

    private static long mix(long hash, int value) {
        return (hash ^ value) * FNV_PRIME;
    }
}
