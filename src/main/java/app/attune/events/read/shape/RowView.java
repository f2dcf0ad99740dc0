package app.attune.events.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One record and the elements it is seen through: what paths are followed in.
final class RowView {
    /// An element of a list and its place, from 1.
    record Element(JsonNode node, int position) {}

    private static final double PLAIN_BELOW = 1e18;

    private final Decoding decoding;
    private final JsonNode record;
    private final Map<String, Element> elements;
    private boolean odd;

    RowView(Decoding decoding, JsonNode record, Map<String, Element> elements) {
        this.decoding = decoding;
        this.record = record;
        this.elements = Map.copyOf(elements);
    }

    Map<String, Element> elements() {
        return elements;
    }

    JsonNode record() {
        return record;
    }

    /// The same as seen from an element on.
    RowView inside(JsonNode element) {
        return new RowView(decoding, element, elements);
    }

    /// Whether something of another kind than expected was met since this was asked last.
    boolean takeOdd() {
        boolean was = odd;
        odd = false;
        return was;
    }

    /// The text at the path, empty if there is none.
    String text(FieldPath path) {
        return text(node(path));
    }

    /// Missing if there is nothing.
    JsonNode node(FieldPath path) {
        JsonNode node = record;
        Optional<Element> element = Optional.ofNullable(elements.get(path.start()));
        if (!path.start().isEmpty()) {
            node = element.map(Element::node).orElse(MissingNode.getInstance());
        }
        for (FieldPath.Step step : path.steps()) {
            if (step instanceof FieldPath.Step.Position) {
                node = element.<JsonNode>map(found -> JsonNodeFactory.instance.numberNode(found.position()))
                        .orElse(MissingNode.getInstance());
            } else if (isNothing(node)) {
                return MissingNode.getInstance();
            } else {
                node = follow(node, step);
            }
        }
        return node;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isEmpty());
    }

    private JsonNode follow(JsonNode node, FieldPath.Step step) {
        return switch (step) {
            case FieldPath.Step.Member member -> member(node, member.names());
            case FieldPath.Step.Find find -> find(node, find.key(), find.value());
            case FieldPath.Step.Decode decode ->
                decoding.decode(node, decode.coding()).orElseGet(this::odd);
            case FieldPath.Step.Position position -> node;
        };
    }

    private JsonNode odd() {
        odd = true;
        return MissingNode.getInstance();
    }

    private JsonNode member(JsonNode node, List<String> names) {
        if (node.isArray()) {
            String index = names.getFirst();
            return index.length() < 10 && !index.isEmpty() && index.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? node.path(Integer.parseInt(index))
                    : odd();
        }
        if (!node.isObject()) {
            return odd();
        }
        for (String name : names) {
            JsonNode found = node.path(name);
            if (!found.isMissingNode() && !found.isNull()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode find(JsonNode node, String key, String value) {
        if (!node.isArray()) {
            return odd();
        }
        for (JsonNode element : node) {
            if (element.path(key).asText().equals(value)) {
                return element;
            }
        }
        return MissingNode.getInstance();
    }

    String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node instanceof BinaryNode bytes) {
            Optional<String> text = Decoding.text(bytes.binaryValue());
            odd |= text.isEmpty();
            return text.orElse("");
        }
        if (node.isFloatingPointNumber() && Math.abs(node.doubleValue()) < PLAIN_BELOW) {
            String text = node.asText();
            return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
        }
        return node.isContainerNode() ? node.toString() : node.asText();
    }
}
