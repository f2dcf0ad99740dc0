package app.attune.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Recommenders measured on the same users with the same split.
///
/// @param testHash    names the test set: results with equal hashes can be compared
/// @param rows        as given; Random and Popularity are always among them
/// @param differences of the best by NDCG@10 to each other row
public record Evaluation(
        SplitFacts split, String testHash, List<EvaluationRow> rows, List<PairedDifference> differences) {
    public Evaluation {
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
    }

    /// Test users: the n of every row.
    public int users() {
        return split.testUsers();
    }

    /// The highest NDCG@10; the first among equals.
    public EvaluationRow best() {
        return rows.stream()
                .max(Comparator.comparingDouble(
                        (EvaluationRow row) -> row.ndcg10().estimate()))
                .orElseThrow();
    }

    /// The rows without a baseline that a trained model repeats: a trained popularity is the popularity to beat.
    public List<EvaluationRow> distinctRows() {
        List<EvaluationRow> distinct = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            EvaluationRow row = rows.get(i);
            if (rows.subList(i + 1, rows.size()).stream().noneMatch(later -> repeats(later, row))) {
                distinct.add(row);
            }
        }
        return distinct;
    }

    /// The differences without those of a trained model to the baseline that it repeats.
    public List<PairedDifference> distinctDifferences() {
        return differences.stream()
                .filter(one -> row(one.best())
                        .flatMap(best -> row(one.other()).map(other -> !alike(best, other)))
                        .orElse(false))
                .distinct()
                .toList();
    }

    private static boolean alike(EvaluationRow one, EvaluationRow other) {
        return one.equals(other) || repeats(one, other) || repeats(other, one);
    }

    private static boolean repeats(EvaluationRow model, EvaluationRow baseline) {
        boolean named = model.name().equals(baseline.name())
                || RecommenderNames.ofRow(model.name()).startsWith(baseline.name() + " ");
        return named && model.ndcg10().equals(baseline.ndcg10());
    }

    public Optional<EvaluationRow> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    public Optional<PairedDifference> differenceTo(String other) {
        return differences.stream().filter(one -> one.other().equals(other)).findFirst();
    }
}
