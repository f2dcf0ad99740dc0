package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.recommend.GroupResults;
import app.attune.recommend.RecommenderNames;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Results for groups of users as lines and as JSON.
final class GroupTables {
    private static final int[] WIDTHS = {26, 9, 20, 24, 26, 10};

    private GroupTables() {}

    static List<String> lines(GroupResults results) {
        String best = RecommenderNames.ofRow(results.best());
        List<String> lines = new ArrayList<>();
        lines.add("By " + results.by() + ", compared with " + best + ", the best over all; p-values adjusted for "
                + results.comparisons() + " comparisons (Holm):");
        lines.add(Words.columns(WIDTHS, "", "Users", "", "NDCG@10", best + " minus it", "p", ""));
        results.rows().forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(GroupResults.Row row) {
        return Words.columns(
                WIDTHS,
                row.group(),
                Words.number(row.users()),
                RecommenderNames.ofRow(row.recommender()),
                row.ndcg10().map(Evaluations::interval).orElse(""),
                row.difference().map(Evaluations::interval).orElse(""),
                row.pValue().isPresent() ? p(row.pValue().getAsDouble()) : "",
                standing(row.standing()));
    }

    private static String p(double value) {
        return value < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String standing(GroupResults.Standing standing) {
        return switch (standing) {
            case BEST_OVERALL -> "best over all";
            case BETTER -> "better here";
            case WORSE -> "worse";
            case NOT_DISTINGUISHABLE -> "not distinguishable";
            case NOT_ENOUGH_DATA -> "not enough data: at least " + GroupResults.LEAST_USERS + " users";
        };
    }

    static ArrayNode json(List<GroupResults> all) {
        ArrayNode array = Json.mapper().createArrayNode();
        for (GroupResults results : all) {
            ObjectNode node = array.addObject()
                    .put("by", results.by())
                    .put("best", results.best())
                    .put("comparisons", results.comparisons())
                    .put("correction", "holm");
            ArrayNode rows = node.putArray("rows");
            results.rows().forEach(row -> rows.add(json(row)));
        }
        return array;
    }

    private static ObjectNode json(GroupResults.Row row) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("group", row.group())
                .put("users", row.users())
                .put("recommender", row.recommender());
        row.ndcg10().ifPresent(interval -> node.set("ndcg10", Evaluations.json(interval)));
        row.difference().ifPresent(interval -> node.set("bestMinusThis", Evaluations.json(interval)));
        row.pValue().ifPresent(value -> node.put("pAdjusted", value));
        return node.put("standing", Words.code(row.standing()));
    }
}
