package app.attune.recommend.onnx;

import app.attune.core.json.Json;
import app.attune.recommend.FactorModel;
import app.attune.recommend.FactorModel.Scored;
import app.attune.recommend.ModelId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Requests with the answers they must get, as the Open Inference Protocol (KServe, version 2) writes them over HTTP.
///
/// What a request says was seen is made up, out of the best items: histories stay here. The answers are the sums of the
/// products of the same factors in double precision.
final class GoldenPairs {
    static final int FORMAT = 1;

    private static final int MOST = 100;
    private static final int SEEN = 4;
    private static final int MADE_UP = 3;
    private static final String WHOLE = "INT64";
    private static final String FLOAT = "FP32";

    private final ModelId id;
    private final FactorModel model;
    private final int k;

    /// @param k length of each answer
    GoldenPairs(ModelId id, FactorModel model, int k) {
        this.id = id;
        this.model = model;
        this.k = k;
    }

    /// @param userShape of one user's row: `[1]`, or `[1, 1]` where a server counts users apart
    ObjectNode ofUsers(String served, ServedUsers users, int... userShape) {
        return cases(served, users.size(), row -> {
            ObjectNode input = tensor(FactorGraph.USER, WHOLE, userShape);
            input.putArray("data").add(row);
            return new Asked(input, users.row(row, model.factors()));
        });
    }

    /// The users are made up: each has the factors of an item.
    ObjectNode ofFactors(String served) {
        return cases(served, model.items().size(), item -> {
            double[] factors = IntStream.range(0, model.factors())
                    .mapToDouble(f -> model.factor(item, f))
                    .toArray();
            ObjectNode input = tensor(FactorGraph.FACTORS, FLOAT, 1, model.factors());
            ArrayNode data = input.putArray("data");
            Arrays.stream(factors).forEach(factor -> data.add((float) factor));
            return new Asked(input, factors);
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // A carrier, never compared.
    private record Asked(ObjectNode input, double[] user) {}

    private ObjectNode cases(String served, int rows, IntFunction<Asked> asked) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("format", "attune.onnx-golden").put("version", FORMAT).put("model", id.toString());
        ArrayNode cases = root.putArray("cases");
        int count = Math.min(MOST, rows);
        for (int at = 0; at < count; at++) {
            Asked one = asked.apply((int) ((long) at * rows / count));
            int[] seen = model.best(one.user, 2 * MADE_UP, new int[0]).stream()
                    .mapToInt(Scored::itemIdx)
                    .toArray();
            int[] hidden = IntStream.range(0, seen.length)
                    .filter(i -> i % 2 == 0)
                    .map(i -> seen[i])
                    .toArray();
            ObjectNode pair = cases.addObject();
            pair.set("request", request(Integer.toString(at), one.input, hidden));
            int[] without = Arrays.stream(hidden).sorted().toArray();
            pair.set("response", response(served, Integer.toString(at), model.best(one.user, k, without)));
        }
        return root;
    }

    private static ObjectNode request(String number, ObjectNode input, int[] hidden) {
        ObjectNode request = Json.mapper().createObjectNode().put("id", number);
        ObjectNode seen = tensor(FactorGraph.SEEN, WHOLE, 1, SEEN);
        ArrayNode data = seen.putArray("data");
        for (int at = 0; at < SEEN; at++) {
            data.add(at < hidden.length ? hidden[at] : -1);
        }
        request.putArray("inputs").add(input).add(seen);
        request.putArray("outputs")
                .add(Json.mapper().createObjectNode().put("name", FactorGraph.ITEMS))
                .add(Json.mapper().createObjectNode().put("name", FactorGraph.SCORES));
        return request;
    }

    private ObjectNode response(String served, String number, List<Scored> answer) {
        ObjectNode response = Json.mapper()
                .createObjectNode()
                .put("model_name", served)
                .put("model_version", "1")
                .put("id", number);
        ObjectNode items = tensor(FactorGraph.ITEMS, WHOLE, 1, k);
        ObjectNode scores = tensor(FactorGraph.SCORES, FLOAT, 1, k);
        ArrayNode positions = items.putArray("data");
        ArrayNode values = scores.putArray("data");
        for (int rank = 0; rank < k; rank++) {
            boolean there = rank < answer.size();
            positions.add(there ? answer.get(rank).itemIdx() : -1);
            values.add(there ? (float) answer.get(rank).score() : 0f);
        }
        response.putArray("outputs").add(items).add(scores);
        return response;
    }

    private static ObjectNode tensor(String name, String type, int... shape) {
        ObjectNode node = Json.mapper().createObjectNode().put("name", name);
        ArrayNode dimensions = node.putArray("shape");
        Arrays.stream(shape).forEach(dimensions::add);
        return node.put("datatype", type);
    }
}
