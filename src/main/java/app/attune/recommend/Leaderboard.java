package app.attune.recommend;

import app.attune.stats.BootstrapOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Saved models beside Random and Popularity, all measured on the same users with the same split.
///
/// @param evaluation rows: Random, Popularity, then the models by their names, best NDCG@10 first
/// @param models     of the rows after the first two
/// @param elsewhere  models measured on other users or another split, which must not be compared with these
public record Leaderboard(Evaluation evaluation, List<ModelCard> models, List<ModelCard> elsewhere) {
    private static final int BASELINES = 2;

    public Leaderboard {
        models = List.copyOf(models);
        elsewhere = List.copyOf(elsewhere);
    }

    /// @param cards  newest first, at least one
    /// @param ndcg10 per test user of a model
    static Leaderboard of(
            List<ModelCard> cards, Function<ModelId, ModelStore.UserNdcg> ndcg10, BootstrapOptions bootstrap) {
        Evaluation newest = cards.getFirst().evaluation();
        List<ModelCard> same = cards.stream()
                .filter(card -> card.evaluation().testHash().equals(newest.testHash()))
                .sorted((a, b) -> Double.compare(
                        b.result().ndcg10().estimate(), a.result().ndcg10().estimate()))
                .toList();
        List<EvaluationRow> rows = new ArrayList<>(newest.rows().subList(0, BASELINES));
        List<double[]> perUser = new ArrayList<>();
        perUser.add(ndcg10.apply(cards.getFirst().id()).popularity());
        for (ModelCard card : same) {
            rows.add(card.result().named(card.id().toString()));
            perUser.add(ndcg10.apply(card.id()).model());
        }
        List<PairedDifference> differences = Comparison.differences(rows.subList(1, rows.size()), perUser, bootstrap);
        Evaluation evaluation = new Evaluation(newest.split(), newest.testHash(), rows, differences);
        List<ModelCard> elsewhere =
                cards.stream().filter(card -> !same.contains(card)).toList();
        return new Leaderboard(evaluation, same, elsewhere);
    }

    /// Of a model on it or beside it.
    public Optional<ModelCard> card(ModelId id) {
        return Stream.concat(models.stream(), elsewhere.stream())
                .filter(card -> card.id().equals(id))
                .findFirst();
    }
}
