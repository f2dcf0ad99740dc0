package app.attune.events.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/// Trees of any kind of value, with names that paths in tests ask for.
final class RandomTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS =
            List.of("", "v", "{\"c\":[1,{}]}", "{", "H4sIAAAA", "eyJjIjoxfQ==", "1e9", "😀", "=1+1", "null", "[]");
    private static final List<String> NAMES = List.of("a", "b", "c", "k", "0", "");

    private RandomTree() {}

    static JsonNode of(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextDouble() * 1e20);
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5, 6 -> object(random, depth);
            default -> list(random, depth);
        };
    }

    private static ObjectNode object(SplittableRandom random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), of(random, depth - 1));
        }
        return object;
    }

    private static ArrayNode list(SplittableRandom random, int depth) {
        ArrayNode list = NODES.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(of(random, depth - 1));
        }
        return list;
    }
}
