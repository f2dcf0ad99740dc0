package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.json.Json;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.PairedDifference;
import app.attune.recommend.RecommenderNames;
import app.attune.recommend.RollingEvaluation;
import app.attune.recommend.RollingWords;
import app.attune.recommend.SplitWords;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Recommenders measured in one period after another, as lines and as JSON.
final class RollingTables {
    private static final int NAME = 24;
    private static final int NUMBER = 24;

    private RollingTables() {}

    static List<String> lines(RollingEvaluation rolling) {
        List<String> lines = new ArrayList<>();
        lines.add("By periods: " + Counted.of(rolling.periods().size(), "period") + ", each tested by models trained"
                + " on all before it; no leakage within a period");
        byPeriod(rolling, lines);
        lines.add("Over all periods, " + Words.number(rolling.answers()) + " tests of "
                + Words.number(rolling.asked().ndcg10().n())
                + " users: each test counts alike, so a period weighs as much as it has test users; intervals resample"
                + " users with all their periods.");
        int[] widths = {NAME, NUMBER, NUMBER, NUMBER, NUMBER};
        lines.add(Words.columns(widths, "", "NDCG@10", "Recall@10", "Hit rate@10", "NDCG@10 per period"));
        for (RollingEvaluation.Row row : rolling.rows()) {
            lines.add(Words.columns(
                    widths,
                    RecommenderNames.ofRow(row.name()),
                    Evaluations.interval(row.ndcg10()),
                    Evaluations.interval(row.recall10()),
                    Evaluations.interval(row.hit10()),
                    row.trend().map(RollingTables::signed).orElse("too few periods")));
        }
        rolling.differences().stream()
                .filter(one -> !one.distinguishable())
                .map(Evaluations::sentence)
                .forEach(lines::add);
        rolling.rows().stream().skip(2).map(RollingWords::trend).forEach(lines::add);
        return lines;
    }

    private static String signed(app.attune.stats.Interval interval) {
        return String.format(Locale.ROOT, "%+.4f (%+.4f-%+.4f)", interval.estimate(), interval.low(), interval.high());
    }

    private static void byPeriod(RollingEvaluation rolling, List<String> lines) {
        int[] widths = rolling.rows().stream().mapToInt(row -> NUMBER).toArray();
        int[] all = new int[widths.length + 2];
        all[0] = NAME;
        all[1] = NUMBER / 2;
        System.arraycopy(widths, 0, all, 2, widths.length);
        List<String> heads = new ArrayList<>(List.of("NDCG@10, tested", "Users"));
        rolling.rows().forEach(row -> heads.add(RecommenderNames.ofRow(row.name())));
        lines.add(Words.columns(all, heads.toArray()));
        for (RollingEvaluation.Period period : rolling.periods()) {
            List<String> cells = new ArrayList<>(List.of(
                    RollingWords.days(period), Words.number(period.split().testUsers())));
            for (RollingEvaluation.Row row : rolling.rows()) {
                cells.add(RollingEvaluation.row(period, row.name())
                        .map(EvaluationRow::ndcg10)
                        .map(Evaluations::interval)
                        .orElse("too few users"));
            }
            lines.add(Words.columns(all, cells.toArray()));
            lines.addAll(SplitWords.core(period.split()));
        }
    }

    static ObjectNode json(RollingEvaluation rolling) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("split", "periods")
                .put("leakage", false)
                .put("answers", rolling.answers());
        ArrayNode periods = node.putArray("periods");
        for (RollingEvaluation.Period period : rolling.periods()) {
            ObjectNode one = period.evaluation()
                    .map(Evaluations::json)
                    .orElseGet(() -> Splits.json(period.split()).put("notEnoughUsers", true));
            one.put("from", period.window().from().toString())
                    .put("to", period.window().to().toString());
            periods.add(one);
        }
        rows(rolling, node.putArray("rows"));
        ArrayNode differences = node.putArray("differences");
        for (PairedDifference difference : rolling.differences()) {
            differences
                    .addObject()
                    .put("best", difference.best())
                    .put("other", difference.other())
                    .set("ndcg10", Evaluations.json(difference.ndcg10()));
        }
        return node;
    }

    private static void rows(RollingEvaluation rolling, ArrayNode rows) {
        for (RollingEvaluation.Row row : rolling.rows()) {
            ObjectNode one = rows.addObject().put("name", row.name()).put("kind", row.kind());
            one.set("ndcg10", Evaluations.json(row.ndcg10()));
            one.set("recall10", Evaluations.json(row.recall10()));
            one.set("hit10", Evaluations.json(row.hit10()));
            row.trend().ifPresent(trend -> one.set("ndcg10PerPeriod", Evaluations.json(trend)));
            one.put("trainSeconds", row.trainSeconds());
        }
    }
}
