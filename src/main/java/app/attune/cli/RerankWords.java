package app.attune.cli;

import app.attune.core.json.Json;
import app.attune.decide.RerankedList;
import app.attune.recommend.RecommenderNames;
import app.attune.recommend.RerankCosts;
import app.attune.recommend.RerankMeasure;
import app.attune.recommend.rerank.RerankingJson;
import app.attune.recommend.rerank.Step;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Re-rankings, what they cost and what they make of a list, as lines and as JSON.
final class RerankWords {
    private static final int[] WIDTHS = {18, 24, 24, 38, 6};
    private static final int[] POINTS = {10, 12, 12, 12, 16, 12};

    private RerankWords() {}

    static List<String> lines(RerankCosts costs) {
        List<String> lines = new ArrayList<>();
        lines.add(RecommenderNames.of(costs.model()) + " re-ranked: "
                + costs.reranking().words() + "; the first "
                + costs.reranking().candidates() + " candidates, lists of ten, " + Words.number(costs.users())
                + " test users. Trained again on what came before the split.");
        RerankCosts.Change all = costs.changes().getFirst();
        perUser(costs, all, lines);
        ofAllLists(costs, all, lines);
        costs.changes().stream().skip(1).forEach(change -> step(change, lines));
        costs.curves().forEach(curve -> curve(curve, lines));
        lines.add("Differences: means over users of with minus without, 95 % bootstrap intervals; p: paired t tests,"
                + " adjusted for " + costs.comparisons() + " comparisons (Holm).");
        return lines;
    }

    private static void perUser(RerankCosts costs, RerankCosts.Change all, List<String> lines) {
        lines.add(Words.columns(WIDTHS, "", "As the model has it", "Re-ranked", "Difference", "p"));
        for (RerankMeasure measure : RerankMeasure.values()) {
            all.of(measure)
                    .ifPresent(difference -> lines.add(Words.columns(
                            WIDTHS,
                            name(measure),
                            costs.before()
                                    .of(measure)
                                    .map(Evaluations::interval)
                                    .orElse(""),
                            costs.after().of(measure).map(Evaluations::interval).orElse(""),
                            difference(difference),
                            p(difference))));
        }
    }

    private static void ofAllLists(RerankCosts costs, RerankCosts.Change all, List<String> lines) {
        lines.add(Words.columns(
                WIDTHS,
                "Coverage",
                Words.share(costs.before().coverage10()),
                Words.share(costs.after().coverage10()),
                signed(100 * all.coverage10(), "%.1f") + " points",
                ""));
        lines.add(Words.columns(
                WIDTHS,
                "Gini",
                number(costs.before().gini10()),
                number(costs.after().gini10()),
                signed(all.gini10(), "%.3f"),
                ""));
    }

    private static void step(RerankCosts.Change change, List<String> lines) {
        lines.add("What " + change.step().map(Step::words).orElse("") + " changes, the other steps as they are:");
        for (RerankMeasure measure : RerankMeasure.values()) {
            change.of(measure)
                    .ifPresent(difference -> lines.add(
                            Words.columns(WIDTHS, "  " + name(measure), difference(difference), "p " + p(difference))));
        }
    }

    private static void curve(RerankCosts.Curve curve, List<String> lines) {
        lines.add("At other strengths of " + curve.step().code() + ", the other steps as they are:");
        lines.add(Words.columns(POINTS, "Strength", "NDCG@10", "Recall@10", "Diversity", "Off the mix", "Popularity"));
        for (RerankCosts.Point point : curve.points()) {
            lines.add(Words.columns(
                    POINTS,
                    String.format(Locale.ROOT, "%.1f", point.strength()),
                    mean(point, RerankMeasure.NDCG),
                    mean(point, RerankMeasure.RECALL),
                    mean(point, RerankMeasure.DIVERSITY),
                    mean(point, RerankMeasure.MISCALIBRATION),
                    mean(point, RerankMeasure.POPULARITY)));
        }
    }

    private static String mean(RerankCosts.Point point, RerankMeasure measure) {
        return point.lists()
                .of(measure)
                .map(interval -> number(interval.estimate()))
                .orElse("");
    }

    private static String difference(RerankCosts.Difference difference) {
        String mean = signed(difference.mean().estimate(), "%.4f") + " ("
                + signed(difference.mean().low(), "%.4f") + " to "
                + signed(difference.mean().high(), "%.4f") + ")";
        return difference.distinguishable() ? mean : mean + " not distinguishable";
    }

    private static String p(RerankCosts.Difference difference) {
        return difference.pValue() < 0.001 ? "<.001" : String.format(Locale.ROOT, "%.3f", difference.pValue());
    }

    private static String signed(double value, String format) {
        return (value > 0 ? "+" : "") + String.format(Locale.ROOT, format, value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String name(RerankMeasure measure) {
        return switch (measure) {
            case RECALL -> "Recall@10";
            case NDCG -> "NDCG@10";
            case MAP -> "MAP@10";
            case DIVERSITY -> "Diversity";
            case MISCALIBRATION -> "Off the user's mix";
            case NOVELTY -> "Novelty (bits)";
            case POPULARITY -> "Popularity";
        };
    }

    static List<String> lines(RerankedList list) {
        List<String> lines = new ArrayList<>();
        lines.add("User " + list.user() + " as of " + list.asOf() + ", " + RecommenderNames.of(list.model())
                + " re-ranked: " + list.steps());
        if (list.items().isEmpty()) {
            lines.add("No items.");
        }
        list.items()
                .forEach(line -> lines.add(String.format(
                                Locale.ROOT,
                                "  %2d. %-8s %-40s %8.4f  %s",
                                line.place(),
                                line.item(),
                                line.name(),
                                line.score(),
                                line.reason())
                        .stripTrailing()));
        list.gone().forEach(line -> lines.add(gone(line)));
        if (list.taken() > 0) {
            lines.add("  and " + list.taken() + " further down, by conditions and limits");
        }
        lines.addAll(list.notes());
        return lines;
    }

    private static String gone(RerankedList.Line line) {
        return String.format(
                Locale.ROOT, "  out %-8s %-40s was %d: %s", line.item(), line.name(), line.from(), line.reason());
    }

    static ObjectNode json(RerankCosts costs) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("model", costs.model().toString())
                .put("testUsers", costs.users())
                .put("comparisons", costs.comparisons())
                .put("kinds", costs.kinds());
        node.set("reranking", RerankingJson.write(costs.reranking()));
        node.set("before", json(costs.before()));
        node.set("after", json(costs.after()));
        costs.changes()
                .forEach(change -> write(change, node.withArray("changes").addObject()));
        costs.curves().forEach(curve -> write(curve, node.withArray("curves").addObject()));
        return node;
    }

    private static void write(RerankCosts.Change change, ObjectNode node) {
        node.put("step", change.step().map(Step::words).orElse("all"));
        for (Map.Entry<RerankMeasure, RerankCosts.Difference> entry :
                change.differences().entrySet()) {
            ObjectNode difference = Evaluations.json(entry.getValue().mean());
            difference
                    .put("p", entry.getValue().pValue())
                    .put("distinguishable", entry.getValue().distinguishable());
            node.set(entry.getKey().code(), difference);
        }
        node.put("coverage10", change.coverage10()).put("gini10", change.gini10());
    }

    private static void write(RerankCosts.Curve curve, ObjectNode node) {
        node.put("step", curve.step().code());
        for (RerankCosts.Point point : curve.points()) {
            node.withArray("points").add(json(point.lists()).put("strength", point.strength()));
        }
    }

    private static ObjectNode json(RerankCosts.Lists lists) {
        ObjectNode node = Json.mapper().createObjectNode();
        lists.means().forEach((measure, mean) -> node.set(measure.code(), Evaluations.json(mean)));
        return node.put("coverage10", lists.coverage10()).put("gini10", lists.gini10());
    }
}
