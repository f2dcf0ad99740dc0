package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.recommend.Evaluation;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.PairedDifference;
import app.attune.stats.Interval;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Evaluations as lines and as JSON.
final class Evaluations {
    private static final int[] WIDTHS = {20, 24, 24, 24, 9};

    private Evaluations() {}

    static List<String> lines(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Splits.lines(evaluation.split()));
        lines.add(Words.columns(WIDTHS, "", "Recall@10", "NDCG@10", "NDCG@20", "Hit rate@10"));
        for (EvaluationRow row : evaluation.distinctRows()) {
            lines.add(Words.columns(
                    WIDTHS,
                    row.name(),
                    interval(row.recall10()),
                    interval(row.ndcg10()),
                    interval(row.ndcg20()),
                    Words.share(row.hit10().estimate())));
        }
        lines.addAll(FurtherMeasures.lines(evaluation.distinctRows()));
        evaluation.distinctDifferences().stream()
                .filter(difference -> !difference.distinguishable())
                .map(Evaluations::sentence)
                .forEach(lines::add);
        return lines;
    }

    static String sentence(PairedDifference difference) {
        return difference.best() + " is not distinguishable from " + difference.other() + " by NDCG@10.";
    }

    static String interval(Interval interval) {
        return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", interval.estimate(), interval.low(), interval.high());
    }

    static ObjectNode json(Evaluation evaluation) {
        ObjectNode node = Splits.json(evaluation.split());
        ArrayNode rows = node.putArray("rows");
        for (EvaluationRow row : evaluation.distinctRows()) {
            ObjectNode one = rows.addObject().put("name", row.name()).put("kind", row.kind());
            one.set("recall10", json(row.recall10()));
            one.set("recall20", json(row.recall20()));
            one.set("ndcg10", json(row.ndcg10()));
            one.set("ndcg20", json(row.ndcg20()));
            one.set("hit10", json(row.hit10()));
            one.put("coverage10", row.coverage10()).put("trainSeconds", row.trainSeconds());
            FurtherMeasures.write(row.more(), one);
        }
        return node;
    }

    static ObjectNode json(Interval interval) {
        return Json.mapper()
                .createObjectNode()
                .put("value", interval.estimate())
                .put("low", interval.low())
                .put("high", interval.high())
                .put("n", interval.n());
    }
}
