package app.attune.recommend.store;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.recommend.Decay;
import app.attune.recommend.Evaluation;
import app.attune.recommend.EvaluationRow;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.PairedDifference;
import app.attune.recommend.Repeats;
import app.attune.stats.Interval;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Model cards as JSON, version 1.
final class CardJson {
    private static final int VERSION = 1;

    private CardJson() {}

    static String write(ModelCard card) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("version", VERSION);
        node.set("provenance", ProvenanceJson.write(card.provenance()));
        node.set("interactions", interactions(card.interactions()));
        node.putObject("size")
                .put("users", card.size().users())
                .put("items", card.size().items())
                .put("pairs", card.size().pairs());
        node.set("evaluation", evaluation(card.evaluation()));
        return Json.write(node);
    }

    static ModelCard read(ModelId id, String json) {
        JsonNode node = Json.read(json, "The card of " + id);
        try {
            if (Fields.of(node, "version").asInt() != VERSION) {
                throw new IllegalArgumentException("this version of the application does not know its version");
            }
            return card(id, node);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ProblemException.of(
                    "model.unreadable",
                    "The card of " + id + " cannot be read: " + e.getMessage() + ".",
                    "Update the application, or delete the model and train it again.");
        }
    }

    private static ModelCard card(ModelId id, JsonNode node) {
        JsonNode size = Fields.of(node, "size");
        return new ModelCard(
                id,
                ProvenanceJson.read(Fields.of(node, "provenance")),
                interactions(Fields.of(node, "interactions")),
                new ModelCard.TrainingSize(
                        Fields.of(size, "users").asInt(),
                        Fields.of(size, "items").asInt(),
                        Fields.of(size, "pairs").asLong()),
                evaluation(Fields.of(node, "evaluation")));
    }

    static ObjectNode interactions(InteractionOptions options) {
        ObjectNode node = Json.mapper().createObjectNode();
        ObjectNode weights = node.putObject("weights");
        options.weights().forEach(weights::put);
        node.put("repeats", options.repeats().name());
        node.set("window", ProvenanceJson.window(options.window()));
        options.decay().halfLifeDays().ifPresent(days -> node.put("halfLifeDays", days));
        return node;
    }

    static InteractionOptions interactions(JsonNode node) {
        TreeMap<String, Double> weights = new TreeMap<>();
        Fields.of(node, "weights")
                .properties()
                .forEach(entry -> weights.put(entry.getKey(), entry.getValue().asDouble()));
        return new InteractionOptions(
                weights,
                Repeats.valueOf(Fields.text(node, "repeats")),
                ProvenanceJson.window(Fields.of(node, "window")),
                node.has("halfLifeDays")
                        ? Decay.halfLife(node.get("halfLifeDays").asDouble())
                        : Decay.none());
    }

    private static ObjectNode evaluation(Evaluation evaluation) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.set("split", SplitJson.write(evaluation.split()));
        node.put("testHash", evaluation.testHash());
        ArrayNode rows = node.putArray("rows");
        evaluation.rows().forEach(row -> rows.add(row(row)));
        ArrayNode differences = node.putArray("differences");
        evaluation
                .differences()
                .forEach(one -> differences
                        .addObject()
                        .put("best", one.best())
                        .put("other", one.other())
                        .set("ndcg10", interval(one.ndcg10())));
        return node;
    }

    private static Evaluation evaluation(JsonNode node) {
        List<EvaluationRow> rows = new ArrayList<>();
        Fields.of(node, "rows").forEach(row -> rows.add(row(row)));
        List<PairedDifference> differences = new ArrayList<>();
        Fields.of(node, "differences")
                .forEach(one -> differences.add(new PairedDifference(
                        Fields.text(one, "best"), Fields.text(one, "other"), interval(Fields.of(one, "ndcg10")))));
        return new Evaluation(
                SplitJson.read(Fields.of(node, "split")), Fields.text(node, "testHash"), rows, differences);
    }

    private static ObjectNode row(EvaluationRow row) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("name", row.name())
                .put("kind", row.kind())
                .put("trainSeconds", row.trainSeconds())
                .put("coverage10", row.coverage10());
        node.set("options", ProvenanceJson.texts(row.options()));
        node.set("recall10", interval(row.recall10()));
        node.set("recall20", interval(row.recall20()));
        node.set("ndcg10", interval(row.ndcg10()));
        node.set("ndcg20", interval(row.ndcg20()));
        node.set("hit10", interval(row.hit10()));
        MoreJson.write(row.more(), node);
        return node;
    }

    private static EvaluationRow row(JsonNode node) {
        return new EvaluationRow(
                Fields.text(node, "name"),
                Fields.text(node, "kind"),
                ProvenanceJson.texts(Fields.of(node, "options")),
                Fields.of(node, "trainSeconds").asDouble(),
                interval(Fields.of(node, "recall10")),
                interval(Fields.of(node, "recall20")),
                interval(Fields.of(node, "ndcg10")),
                interval(Fields.of(node, "ndcg20")),
                interval(Fields.of(node, "hit10")),
                Fields.of(node, "coverage10").asDouble(),
                MoreJson.read(node));
    }

    static ObjectNode interval(Interval interval) {
        return Json.mapper()
                .createObjectNode()
                .put("estimate", interval.estimate())
                .put("low", interval.low())
                .put("high", interval.high())
                .put("n", interval.n());
    }

    static Interval interval(JsonNode node) {
        return new Interval(
                Fields.of(node, "estimate").asDouble(),
                Fields.of(node, "low").asDouble(),
                Fields.of(node, "high").asDouble(),
                Fields.of(node, "n").asInt());
    }
}
