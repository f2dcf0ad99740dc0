package app.attune.recommend.onnx;

import app.attune.core.Version;
import app.attune.recommend.FactorModel;
import app.attune.recommend.ModelId;
import app.attune.recommend.onnx.Onnx.Element;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A model of factors as a graph: the best items of users, without those they have seen.
///
/// Inputs: `user` (int64 `[n]`, rows of the users it holds) or `factors` (float `[n, d]`), and `seen` (int64 `[n, m]`,
/// positions of items, filled up with -1). Outputs: `items` (int64 `[n, k]`, positions) and `scores` (float `[n, k]`),
/// best
/// first, smaller position first among equals; -1 and 0 where there is no answer, since only scores above 0 are one.
///
/// The scores are one product, in which a last item stands for none: its factors are 0, it is never an answer, and -1
/// is
/// its position counted from the end. What was seen becomes minus infinity.
final class FactorGraph {
    static final String USER = "user";
    static final String FACTORS = "factors";
    static final String SEEN = "seen";
    static final String ITEMS = "items";
    static final String SCORES = "scores";

    private static final String ROWS = "n";
    private static final String CHOSEN = "chosen";

    private final ModelId id;
    private final FactorModel model;
    private final int k;

    /// @param k at least 1, at most the items of the model
    FactorGraph(ModelId id, FactorModel model, int k) {
        this.id = id;
        this.model = model;
        this.k = k;
    }

    /// Asked by the rows of users it holds.
    ProtoMessage ofUsers(ServedUsers users) {
        ProtoMessage gather =
                Onnx.node("Gather", List.of("user_factors", USER), List.of(CHOSEN), Onnx.attribute("axis", 0));
        ProtoMessage table = Onnx.floats("user_factors", users.factors(), users.size(), model.factors());
        return model(List.of(gather), List.of(table), Onnx.port(USER, Element.INT64, ROWS), CHOSEN);
    }

    /// Asked by factors.
    ProtoMessage ofFactors() {
        ProtoMessage input = Onnx.port(FACTORS, Element.FLOAT, ROWS, Integer.toString(model.factors()));
        return model(List.of(), List.of(), input, FACTORS);
    }

    private ProtoMessage model(
            List<ProtoMessage> first, List<ProtoMessage> more, ProtoMessage input, String nameOfFactors) {
        List<ProtoMessage> nodes = new ArrayList<>(first);
        nodes.addAll(answer(nameOfFactors));
        List<ProtoMessage> constants = new ArrayList<>(more);
        constants.add(Onnx.floats(
                "item_factors", itemFactors(), model.factors(), model.items().size() + 1L));
        constants.add(Onnx.ofWhole("k", k));
        constants.add(Onnx.ofWhole("none", -1));
        constants.add(Onnx.ofFloat("zero", 0));
        String length = Integer.toString(k);
        Onnx.Parts parts = new Onnx.Parts(
                nodes,
                constants,
                List.of(input, Onnx.port(SEEN, Element.INT64, ROWS, "m")),
                List.of(Onnx.port(ITEMS, Element.INT64, ROWS, length), Onnx.port(SCORES, Element.FLOAT, ROWS, length)));
        return Onnx.model(
                Onnx.graph(id.toString(), parts), "Attune", Version.current(), Map.of("model", id.toString()));
    }

    /// From factors of users to the answer.
    private static List<ProtoMessage> answer(String factors) {
        ProtoMessage hidden = Onnx.ofFloat("hidden_score", Float.NEGATIVE_INFINITY);
        return List.of(
                Onnx.node("MatMul", List.of(factors, "item_factors"), List.of("products")),
                Onnx.node("Shape", List.of(SEEN), List.of("shape_of_seen")),
                Onnx.node(
                        "ConstantOfShape",
                        List.of("shape_of_seen"),
                        List.of("hidden"),
                        Onnx.attribute("value", hidden)),
                Onnx.node(
                        "ScatterElements",
                        List.of("products", SEEN, "hidden"),
                        List.of("open"),
                        Onnx.attribute("axis", 1),
                        Onnx.attribute("reduction", "min")),
                Onnx.node(
                        "TopK",
                        List.of("open", "k"),
                        List.of("best_scores", "best_items"),
                        Onnx.attribute("axis", 1),
                        Onnx.attribute("largest", 1),
                        Onnx.attribute("sorted", 1)),
                Onnx.node("Greater", List.of("best_scores", "zero"), List.of("is_answer")),
                Onnx.node("Where", List.of("is_answer", "best_items", "none"), List.of(ITEMS)),
                Onnx.node("Where", List.of("is_answer", "best_scores", "zero"), List.of(SCORES)));
    }

    /// Factor by factor, with the item that stands for none at the end of each.
    private byte[] itemFactors() {
        int items = model.items().size();
        byte[] bytes = new byte[model.factors() * (items + 1) * Float.BYTES];
        ByteBuffer table = Onnx.over(bytes);
        for (int f = 0; f < model.factors(); f++) {
            for (int item = 0; item < items; item++) {
                table.putFloat((float) model.factor(item, f));
            }
            table.putFloat(0);
        }
        return bytes;
    }
}
