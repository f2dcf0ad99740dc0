package app.attune.segments;

import static app.attune.segments.ReadNode.constant;
import static app.attune.segments.ReadNode.found;
import static app.attune.segments.ReadNode.instant;
import static app.attune.segments.ReadNode.only;
import static app.attune.segments.ReadNode.text;
import static app.attune.segments.ReadNode.unknown;
import static app.attune.segments.ReadNode.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Reads windows and spans of time from JSON nodes.
final class WindowReader {
    private WindowReader() {}

    static Window window(JsonNode node, String place) {
        String kind = text(node, "kind", place);
        return switch (kind) {
            case "all-time" -> {
                only(node, Set.of("kind"), place);
                yield new Window.AllTime();
            }
            case "last" -> new Window.Last(amount(node, place), unit(node, place));
            case "earlier" -> new Window.Earlier(amount(node, place), unit(node, place));
            case "between" -> between(node, place);
            case "since-last" -> {
                only(node, Set.of("kind", "types", "where"), place);
                yield new Window.Since(ConditionReader.kind(node, place));
            }
            default ->
                throw unknown(place + "/kind", kind, List.of("all-time", "last", "earlier", "between", "since-last"));
        };
    }

    private static Window between(JsonNode node, String place) {
        only(node, Set.of("kind", "from", "to"), place);
        Instant from = instant(node, "from", place);
        Instant to = instant(node, "to", place);
        if (to.isBefore(from)) {
            throw unreadable(place, "the window ends before it starts");
        }
        return new Window.Between(from, to);
    }

    private static int amount(JsonNode node, String place) {
        only(node, Set.of("kind", "amount", "unit"), place);
        return whole(node, place);
    }

    private static int whole(JsonNode node, String place) {
        JsonNode amount = node.path("amount");
        if (!amount.isInt() || amount.intValue() < 1) {
            throw unreadable(
                    place + "/amount", "found " + found(amount) + ", a whole number of at least 1 is expected");
        }
        return amount.intValue();
    }

    private static Window.Unit unit(JsonNode node, String place) {
        return constant(Window.Unit.values(), text(node, "unit", place), place + "/unit");
    }

    /// What `node` says under `within`: any time if nothing.
    static Within within(JsonNode node, String place) {
        if (!node.has("within")) {
            return new Within.AnyTime();
        }
        String here = place + "/within";
        JsonNode span = node.get("within");
        only(span, Set.of("amount", "unit"), here);
        return new Within.Span(whole(span, here), unit(span, here));
    }
}
