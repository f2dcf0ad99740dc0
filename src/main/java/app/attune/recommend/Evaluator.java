package app.attune.recommend;

import app.attune.core.Progress;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Ranks all items for every test user and compares with what the user took after the split.
///
/// Protocol: full ranking over all items of the training data; items the user had in training are never recommended;
/// ties: smaller item id first; every test user counts the same.
final class Evaluator {
    private static final int SHORT = 10;
    private static final int LONG = 20;

    private final Interactions train;
    private final TestSet test;

    Evaluator(Interactions train, TestSet test) {
        this.train = train;
        this.test = test;
    }

    UserScores evaluate(CatalogueModel model, Progress progress) {
        int n = test.users();
        UserScores scores =
                new UserScores(new double[n], new double[n], new double[n], new double[n], new double[n], 0);
        AtomicIntegerArray shown = new AtomicIntegerArray(train.items());
        Blocks.run(n, "Evaluating " + RecommenderNames.of(model.kind()), progress, (from, to) -> {
            double[] scratch = new double[train.items()];
            for (int user = from; user < to; user++) {
                int[] ranked = model.top(train.history(test.rows()[user]), LONG, new int[0], scratch)
                        .positions();
                measure(scores, user, ranked);
                for (int rank = 0; rank < Math.min(SHORT, ranked.length); rank++) {
                    shown.set(ranked[rank], 1);
                }
            }
        });
        return new UserScores(
                scores.recall10(), scores.recall20(), scores.ndcg10(), scores.ndcg20(), scores.hit10(), share(shown));
    }

    private void measure(UserScores scores, int user, int[] ranked) {
        int[] relevant = test.relevant()[user];
        scores.recall10()[user] = RankingMetrics.recall(ranked, relevant, SHORT);
        scores.recall20()[user] = RankingMetrics.recall(ranked, relevant, LONG);
        scores.ndcg10()[user] = RankingMetrics.ndcg(ranked, relevant, SHORT);
        scores.ndcg20()[user] = RankingMetrics.ndcg(ranked, relevant, LONG);
        scores.hit10()[user] = RankingMetrics.hit(ranked, relevant, SHORT);
    }

    private static double share(AtomicIntegerArray shown) {
        int sum = 0;
        for (int item = 0; item < shown.length(); item++) {
            sum += shown.get(item);
        }
        return shown.length() == 0 ? 0 : (double) sum / shown.length();
    }
}
