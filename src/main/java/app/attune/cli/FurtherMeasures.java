package app.attune.cli;

import app.attune.recommend.EvaluationRow;
import app.attune.recommend.Measure;
import app.attune.recommend.MoreMeasures;
import app.attune.stats.Interval;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Further measures of recommenders as lines and as JSON; what a model of an earlier version lacks is "not measured".
final class FurtherMeasures {
    private static final int[] ACCURACY = {20, 24, 24, 24};
    private static final int[] BEYOND = {20, 10, 14, 24, 24, 24, 24};
    private static final String NOT_MEASURED = "not measured";

    private FurtherMeasures() {}

    static List<String> lines(List<EvaluationRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.columns(ACCURACY, "", "MAP@10", "MRR@10", "Recall@10 of min(10, n)"));
        for (EvaluationRow row : rows) {
            lines.add(Words.columns(
                    ACCURACY,
                    row.name(),
                    metric(row, Measure.AVERAGE_PRECISION),
                    metric(row, Measure.RECIPROCAL_RANK),
                    metric(row, Measure.CUT_RECALL)));
        }
        beyond(rows, lines);
        return lines;
    }

    private static void beyond(List<EvaluationRow> rows, List<String> lines) {
        boolean mixes = rows.stream()
                .anyMatch(row -> row.more().of(Measure.MISCALIBRATION).isPresent());
        lines.add("Beyond accuracy, in lists of ten:");
        List<String> heads =
                new ArrayList<>(List.of("", "Coverage", "Gini", "Novelty (bits)", "Diversity", "Popularity"));
        if (mixes) {
            heads.add("Off the user's mix");
        }
        lines.add(Words.columns(BEYOND, heads.toArray()));
        for (EvaluationRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.name(),
                    Words.share(row.coverage10()),
                    gini(row.more()),
                    metric(row, Measure.NOVELTY),
                    metric(row, Measure.DIVERSITY),
                    popularity(row.more())));
            if (mixes) {
                cells.add(metric(row, Measure.MISCALIBRATION));
            }
            lines.add(Words.columns(BEYOND, cells.toArray()));
        }
        lines.add("Gini: 0 shows every item alike, 1 one item only. Novelty: bits by how few users have an item."
                + " Diversity: 1 - cosine of shared users, over pairs. Popularity: share of users who have an item.");
        if (mixes) {
            lines.add("Off the user's mix: divergence (nats) of the list's mix of "
                    + rows.getLast().more().kinds() + " from the user's; 0 is the same mix.");
        }
    }

    private static String gini(MoreMeasures more) {
        return more.gini10().isPresent()
                ? String.format(Locale.ROOT, "%.3f", more.gini10().getAsDouble())
                : NOT_MEASURED;
    }

    private static String popularity(MoreMeasures more) {
        return more.of(Measure.POPULARITY)
                .map(interval -> String.format(
                        Locale.ROOT,
                        "%.2f %% (%.2f-%.2f)",
                        100 * interval.estimate(),
                        100 * interval.low(),
                        100 * interval.high()))
                .orElse(NOT_MEASURED);
    }

    private static String metric(EvaluationRow row, Measure measure) {
        return row.more().of(measure).map(Evaluations::interval).orElse(NOT_MEASURED);
    }

    /// Fields that were not measured are left out.
    static void write(MoreMeasures more, ObjectNode row) {
        for (Measure measure : Measure.values()) {
            more.of(measure).ifPresent(interval -> write(measure.code(), interval, row));
        }
        more.gini10().ifPresent(gini -> row.put("gini10", gini));
        if (!more.kinds().isEmpty()) {
            row.put("kinds", more.kinds());
        }
    }

    private static void write(String name, Interval interval, ObjectNode row) {
        row.set(name, Evaluations.json(interval));
    }
}
