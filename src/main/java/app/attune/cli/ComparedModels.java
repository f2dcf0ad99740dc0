package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.Measure;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelComparison;
import app.attune.recommend.RecommenderNames;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Saved models side by side as lines and as JSON.
final class ComparedModels {
    private static final int[] WIDTHS = {24, 24, 24, 10};
    private static final int[] PAIRS = {44, 24, 24};

    private ComparedModels() {}

    static List<String> lines(ModelComparison comparison) {
        List<String> lines = new ArrayList<>();
        if (!comparison.alike()) {
            lines.add("Not measured on the same test users: NDCG@10 must not be compared. Train them on the same data"
                    + " and split.");
        }
        models(comparison, lines);
        overlaps(comparison, lines);
        comparison.groups().forEach(one -> lines.addAll(GroupTables.lines(one)));
        if (comparison.alike() && comparison.groups().isEmpty()) {
            lines.add("The data has changed since these models were measured: no results for groups.");
        }
        return lines;
    }

    private static void models(ModelComparison comparison, List<String> lines) {
        lines.add(Words.columns(WIDTHS, "", "NDCG@10", "Diversity@10", "Training"));
        for (ModelCard card : comparison.models()) {
            EvaluationRow row = card.result();
            lines.add(Words.columns(
                    WIDTHS,
                    RecommenderNames.of(card.id()),
                    Evaluations.interval(row.ndcg10()),
                    row.more().of(Measure.DIVERSITY).map(Evaluations::interval).orElse("not measured"),
                    String.format(Locale.ROOT, "%.1f s", row.trainSeconds())));
        }
        for (ModelCard card : comparison.models()) {
            comparison
                    .beats(card)
                    .map(better -> RecommenderNames.of(better.id()) + " is no worse than "
                            + RecommenderNames.of(card.id())
                            + " in accuracy, diversity and training time, and better in one of them, by estimates.")
                    .ifPresent(lines::add);
        }
    }

    private static void overlaps(ModelComparison comparison, List<String> lines) {
        if (comparison.overlaps().isEmpty()) {
            lines.add("Nobody has a history that all of them know: no lists to compare.");
            return;
        }
        int users = comparison.overlaps().getFirst().jaccard().n();
        lines.add("Lists of ten today, means over " + Words.number(users) + " users (1 is the same list):");
        lines.add(Words.columns(PAIRS, "", "Items in common (Jaccard)", "Order too (RBO, p 0.9)"));
        for (ModelComparison.Overlap pair : comparison.overlaps()) {
            lines.add(Words.columns(
                    PAIRS,
                    RecommenderNames.of(pair.one()) + " and " + RecommenderNames.of(pair.other()),
                    Evaluations.interval(pair.jaccard()),
                    Evaluations.interval(pair.biased())));
        }
    }

    static ObjectNode json(ModelComparison comparison) {
        ObjectNode node = Json.mapper().createObjectNode().put("sameTestUsers", comparison.alike());
        ArrayNode models = node.putArray("models");
        for (ModelCard card : comparison.models()) {
            ObjectNode one = models.addObject().put("model", card.id().toString());
            one.set("ndcg10", Evaluations.json(card.result().ndcg10()));
            FurtherMeasures.write(card.result().more(), one);
            one.put("trainSeconds", card.result().trainSeconds());
            comparison
                    .beats(card)
                    .ifPresent(better -> one.put("noBetterThan", better.id().toString()));
        }
        ArrayNode overlaps = node.putArray("overlaps");
        for (ModelComparison.Overlap pair : comparison.overlaps()) {
            ObjectNode one = overlaps.addObject()
                    .put("one", pair.one().toString())
                    .put("other", pair.other().toString());
            one.set("jaccard10", Evaluations.json(pair.jaccard()));
            one.set("rbo10", Evaluations.json(pair.biased()));
        }
        node.set("groups", GroupTables.json(comparison.groups()));
        return node;
    }
}
