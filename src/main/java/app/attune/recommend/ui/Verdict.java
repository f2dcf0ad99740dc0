package app.attune.recommend.ui;

import app.attune.recommend.Evaluation;
import app.attune.recommend.PairedDifference;
import app.attune.recommend.RecommenderNames;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.List;

/// What a leaderboard says about the best row, in sentences: how it stands to popularity and to the next model.
final class Verdict {
    private static final String POPULARITY = "Popularity";
    private static final String RANDOM = "Random";

    private Verdict() {}

    static List<String> sentences(Evaluation evaluation, Texts texts) {
        List<PairedDifference> ofInterest = evaluation.distinctDifferences().stream()
                .filter(one -> isNext(evaluation, one) || (isPopularity(one) && !repeatsNext(evaluation, one)))
                .toList();
        return ofInterest.stream()
                .map(one -> sentence(one, evaluation.users(), texts))
                .toList();
    }

    private static boolean isPopularity(PairedDifference one) {
        return one.other().equals(POPULARITY);
    }

    /// The next best is a trained popularity: one sentence says it all.
    private static boolean repeatsNext(Evaluation evaluation, PairedDifference popularity) {
        return evaluation.distinctDifferences().stream()
                .anyMatch(one -> isNext(evaluation, one) && one.ndcg10().equals(popularity.ndcg10()));
    }

    /// Rows come best first after the baselines, so the first difference to another model is the next best.
    private static boolean isNext(Evaluation evaluation, PairedDifference difference) {
        return evaluation.distinctDifferences().stream()
                .filter(one -> !isPopularity(one) && !one.other().equals(RANDOM))
                .findFirst()
                .filter(difference::equals)
                .isPresent();
    }

    private static String sentence(PairedDifference one, int users, Texts texts) {
        String key = one.distinguishable() ? "verdict.better" : "verdict.same";
        return texts.get(
                key,
                RecommenderNames.ofRow(one.best()),
                isPopularity(one) ? texts.get("verdict.popularity") : RecommenderNames.ofRow(one.other()),
                Numbers.metric(one.ndcg10().estimate()),
                Numbers.metric(one.ndcg10().low())
                        + texts.get("verdict.to")
                        + Numbers.metric(one.ndcg10().high()),
                Numbers.count(users));
    }
}
