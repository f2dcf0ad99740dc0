package app.attune.export;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.decider.BundleFormat;
import app.attune.recommend.Algorithm;
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
            if (model instanceof PopularityModel popularity) {
                files.put(BundleFormat.POPULAR, popular(popularity));
            } else if (model instanceof ItemItemModel similar && isItemKnn(similar)) {
                files.put(BundleFormat.SIMILAR, similar(similar));
            } else {
                throw ProblemException.of(
                        "export.unknown-model",
                        "The model " + model.kind() + " has no form that a server can read yet.",
                        "Leave it out of the rules, or train popularity or item-knn instead.");
            }
        }
        return files;
    }

    private static boolean isItemKnn(ItemItemModel model) {
        return model.kind().equals(Algorithm.ITEM_KNN.kind());
    }

    private static String popular(PopularityModel model) {
        StringBuilder text = opening(
                model,
                "The score of an item is how often it was taken; items of the history are"
                        + " left out. Ties: ids of digits first, as numbers; then the others, as texts.");
        for (int itemIdx = 0; itemIdx < model.items().size(); itemIdx++) {
            ObjectNode item = Json.mapper().createObjectNode();
            item.put("item", model.items().get(itemIdx).value());
            item.put("score", (double) model.count(itemIdx));
            item.put("users", model.support(itemIdx));
            line(text, item, itemIdx);
        }
        return text.append("\n]}\n").toString();
    }

    private static String similar(ItemItemModel model) {
        StringBuilder text = opening(
                model,
                "The score of an item is the sum of weight * similarity over the items of"
                        + " the history among its similar items, as doubles, started at 0 and added in ranking order of the"
                        + " history's items. Items of the history are left out. Ranking order: ids of digits first, as"
                        + " numbers; then the others, as texts.");
        for (int itemIdx = 0; itemIdx < model.items().size(); itemIdx++) {
            ObjectNode item = Json.mapper().createObjectNode();
            item.put("item", model.items().get(itemIdx).value());
            item.put("users", model.support(itemIdx));
            ArrayNode similar = item.putArray("similar");
            model.neighbours(itemIdx)
                    .forEach(neighbour ->
                            similar.addArray().add(neighbour.item().value()).add(neighbour.similarity()));
            line(text, item, itemIdx);
        }
        return text.append("\n]}\n").toString();
    }

    private static StringBuilder opening(RecommenderModel model, String scoring) {
        ObjectNode head = Json.mapper().createObjectNode();
        head.put("format", BundleFormat.VERSION).put("kind", model.kind()).put("scoring", scoring);
        head.set("provenance", ManifestFile.provenance(model.provenance()));
        String text = Json.write(head);
        return new StringBuilder(text.substring(0, text.length() - 1)).append(",\"items\":[");
    }

    private static void line(StringBuilder text, ObjectNode item, int at) {
        text.append(at == 0 ? "\n" : ",\n").append(Json.write(item));
    }
}
