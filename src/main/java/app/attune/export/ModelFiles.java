package app.attune.export;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.decider.BundleFormat;
import app.attune.recommend.ComplementModel;
import app.attune.recommend.FactorModel;
import app.attune.recommend.ItemItemModel;
import app.attune.recommend.PopularityModel;
import app.attune.recommend.RecommenderModel;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// The recommenders as files from which their scores can be computed again to the last bit.
final class ModelFiles {
    private ModelFiles() {}

    /// Texts by file name.
    ///
    /// @throws ProblemException `export.unknown-model`
    static Map<String, String> of(Iterable<RecommenderModel> models) {
        Map<String, String> files = new TreeMap<>();
        for (RecommenderModel model : models) {
            String text = switch (model) {
                case PopularityModel popularity -> popular(popularity);
                case ItemItemModel weighed -> similar(weighed);
                case ComplementModel complements -> complements(complements);
                case FactorModel factors -> factors(factors);
                default -> throw unknown(model.kind());
            };
            files.put(file(model.kind()), text);
        }
        return files;
    }

    private static ProblemException unknown(String kind) {
        return ProblemException.of(
                "export.unknown-model",
                "The model " + kind + " has no form that a server can read yet.",
                "Leave it out of the rules, or train another kind instead.");
    }

    private static String file(String kind) {
        String file = BundleFormat.MODELS.get(kind);
        if (file == null) {
            throw unknown(kind);
        }
        return file;
    }

    private static String popular(PopularityModel model) {
        StringBuilder text = opening(
                model,
                "The score of an item is how often it was taken, of older times less often where a half-life is"
                        + " given; items of the history are"
                        + " left out. Ties: ids of digits first, as numbers; then the others, as texts.");
        for (int itemIdx = 0; itemIdx < model.items().size(); itemIdx++) {
            ObjectNode item = Json.mapper().createObjectNode();
            item.put("item", model.items().get(itemIdx).value());
            item.put("score", model.count(itemIdx));
            item.put("users", model.support(itemIdx));
            line(text, item, itemIdx);
        }
        return text.append("\n]}\n").toString();
    }

    private static final String WEIGHED = "The score of an item is the sum of weight * similarity over the items of"
            + " the history among its similar items, as doubles, started at 0 and added in ranking order of the"
            + " history's items. Items of the history are left out. Ranking order: ids of digits first, as"
            + " numbers; then the others, as texts.";

    private static String similar(ItemItemModel model) {
        StringBuilder text = opening(model, WEIGHED);
        for (int itemIdx = 0; itemIdx < model.items().size(); itemIdx++) {
            line(text, similar(model, itemIdx), itemIdx);
        }
        return text.append("\n]}\n").toString();
    }

    private static ObjectNode similar(ItemItemModel model, int itemIdx) {
        ObjectNode item = Json.mapper().createObjectNode();
        item.put("item", model.items().get(itemIdx).value());
        item.put("users", model.support(itemIdx));
        ArrayNode similar = item.putArray("similar");
        model.neighbours(itemIdx)
                .forEach(neighbour ->
                        similar.addArray().add(neighbour.item().value()).add(neighbour.similarity()));
        return item;
    }

    /// With the baskets behind each pair: of all, of each item, and of both, in the order of its similar items.
    private static String complements(ComplementModel model) {
        ObjectNode head = head(model, WEIGHED);
        head.put("baskets", model.baskets());
        StringBuilder text = opening(head);
        for (int itemIdx = 0; itemIdx < model.items().size(); itemIdx++) {
            ObjectNode item = similar(model.pairs(), itemIdx);
            item.put("baskets", model.baskets(itemIdx));
            ArrayNode both = item.putArray("together");
            for (ItemItemModel.Neighbour neighbour : model.pairs().neighbours(itemIdx)) {
                model.together(neighbour.item(), model.items().get(itemIdx)).ifPresent(pair -> both.add(pair.both()));
            }
            line(text, item, itemIdx);
        }
        return text.append("\n]}\n").toString();
    }

    private static String factors(FactorModel model) {
        ObjectNode head = head(
                model,
                "A user's factors x solve A x = b, with A = unobserved * gram + the sum over the history's items of"
                        + " weight * y y' + lambda * (items of the history + unobserved * items)^nu on the diagonal, b the"
                        + " sum of weight * y, y an item's factors; as doubles, in ranking order of the history's items, by"
                        + " the Cholesky factorisation of A row by row. The score of an item is the sum of x * y over the"
                        + " factors in order, started at 0. Items of the history are left out. Ranking order: ids of"
                        + " digits first, as numbers; then the others, as texts.");
        double[] penalty = model.penalty();
        head.putObject("penalty")
                .put("unobserved", penalty[0])
                .put("lambda", penalty[1])
                .put("nu", penalty[2]);
        ArrayNode gram = head.putArray("gram");
        for (double value : model.gram()) {
            gram.add(value);
        }
        StringBuilder text = opening(head);
        for (int itemIdx = 0; itemIdx < model.items().size(); itemIdx++) {
            line(text, factorsOf(model, itemIdx), itemIdx);
        }
        return text.append("\n]}\n").toString();
    }

    private static ObjectNode factorsOf(FactorModel model, int itemIdx) {
        ObjectNode item = Json.mapper().createObjectNode();
        item.put("item", model.items().get(itemIdx).value());
        item.put("users", model.support(itemIdx));
        ArrayNode factors = item.putArray("factors");
        for (int f = 0; f < model.factors(); f++) {
            factors.add(model.factor(itemIdx, f));
        }
        return item;
    }

    private static StringBuilder opening(RecommenderModel model, String scoring) {
        return opening(head(model, scoring));
    }

    private static ObjectNode head(RecommenderModel model, String scoring) {
        ObjectNode head = Json.mapper().createObjectNode();
        head.put("format", BundleFormat.VERSION).put("kind", model.kind()).put("scoring", scoring);
        head.set("provenance", ManifestFile.provenance(model.provenance()));
        return head;
    }

    private static StringBuilder opening(ObjectNode head) {
        String text = Json.write(head);
        return new StringBuilder(text.substring(0, text.length() - 1)).append(",\"items\":[");
    }

    private static void line(StringBuilder text, ObjectNode item, int at) {
        text.append(at == 0 ? "\n" : ",\n").append(Json.write(item));
    }
}
