package app.attune.serve;

import app.attune.decider.ServerContext;
import app.attune.decider.ServerProfile;
import app.attune.decider.ServerRequest;
import app.attune.decider.ServerShown;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads what is asked, in the words of `golden.jsonl`; what it does not know it refuses, since a misspelt name would
/// decide otherwise without a word.
record RequestReader(Clock clock) {
    private static final Set<String> KNOWN = Set.of("user", "at", "context", "attributes", "features", "history");
    private static final Set<String> OF_CONTEXT = Set.of("placement", "device", "basket", "shown", "visitStart");
    private static final Set<String> OF_BASKET = Set.of("items", "total");
    private static final int LONGEST_USER = 1024;
    private static final String REMEDY = "Send what the schema Request of /openapi.json describes.";

    /// @throws Refusal 400
    ServerRequest read(JsonNode node) {
        only(node, "The request", KNOWN);
        String user = text(node, "user").orElseThrow(() -> bad("\"user\" is missing"));
        if (user.isEmpty() || user.length() > LONGEST_USER) {
            throw bad("\"user\" needs 1 to " + LONGEST_USER + " characters");
        }
        return new ServerRequest(user, at(node), context(node.path("context")), profile(node));
    }

    private Instant at(JsonNode node) {
        JsonNode at = node.path("at");
        return at.isMissingNode() ? clock.instant() : instant(at, "at");
    }

    private static Instant instant(JsonNode value, String where) {
        try {
            return Instant.parse(value.isTextual() ? value.asText() : "");
        } catch (DateTimeParseException e) {
            throw bad("\"" + where + "\" is no instant such as 2026-11-02T08:30:00Z");
        }
    }

    private static ServerContext context(JsonNode node) {
        if (node.isMissingNode()) {
            return ServerContext.none();
        }
        only(node, "\"context\"", OF_CONTEXT);
        JsonNode basket = node.path("basket");
        JsonNode total = basket.path("total");
        if (!basket.isMissingNode()) {
            only(basket, "\"basket\"", OF_BASKET);
        }
        return new ServerContext(
                text(node, "placement"),
                text(node, "device"),
                basket.isMissingNode() ? List.of() : texts(basket.path("items")),
                total.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(number(total, "total")),
                shown(node));
    }

    private static ServerShown shown(JsonNode context) {
        Map<String, List<Instant>> firings = new HashMap<>();
        object(context.path("shown"), "shown").forEach((rule, times) -> {
            if (!times.isArray()) {
                throw bad("\"shown\" holds something that is not a list of times");
            }
            List<Instant> all = new ArrayList<>();
            times.forEach(time -> all.add(instant(time, "shown")));
            firings.put(rule, all);
        });
        JsonNode start = context.path("visitStart");
        return new ServerShown(
                firings, start.isMissingNode() ? Optional.empty() : Optional.of(instant(start, "visitStart")));
    }

    private static List<String> texts(JsonNode list) {
        if (!list.isArray()) {
            throw bad("the list \"items\" of the basket is missing");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> {
            if (!text.isTextual()) {
                throw bad("\"items\" of the basket holds something that is not a text");
            }
            texts.add(text.asText());
        });
        return texts;
    }

    private static ServerProfile profile(JsonNode node) {
        Map<String, Object> attributes = new HashMap<>();
        object(node.path("attributes"), "attributes").forEach((name, value) -> {
            if (value.isTextual()) {
                attributes.put(name, value.asText());
            } else {
                attributes.put(name, number(value, "attributes"));
            }
        });
        Map<String, Double> features = new HashMap<>();
        Map<String, String> items = new HashMap<>();
        object(node.path("features"), "features").forEach((name, value) -> {
            if (value.isTextual()) {
                items.put(name, value.asText());
            } else {
                features.put(name, number(value, "features"));
            }
        });
        return new ServerProfile(attributes, features, history(node.path("history")), items);
    }

    /// The fields that are there; null says that a value is missing.
    private static Map<String, JsonNode> object(JsonNode node, String name) {
        Map<String, JsonNode> fields = new HashMap<>();
        if (!node.isMissingNode()) {
            requireObject(node, "\"" + name + "\"");
            node.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    fields.put(field.getKey(), field.getValue());
                }
            });
        }
        return fields;
    }

    private static Map<String, Double> history(JsonNode list) {
        Map<String, Double> history = new HashMap<>();
        if (!list.isMissingNode() && !list.isArray()) {
            throw bad("\"history\" is not a list of items with their weights");
        }
        list.forEach(pair -> {
            if (!pair.isArray() || pair.size() != 2 || !pair.path(0).isTextual()) {
                throw bad("\"history\" holds something that is not an item with its weight");
            }
            if (history.put(pair.path(0).asText(), number(pair.path(1), "history")) != null) {
                throw bad("\"history\" has an item twice");
            }
        });
        return history;
    }

    private static void only(JsonNode node, String what, Set<String> known) {
        requireObject(node, what);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw bad(what + " has a field that is not known; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    private static void requireObject(JsonNode node, String what) {
        if (!node.isObject()) {
            throw bad(what + " is not an object");
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw bad("\"" + name + "\" is not a text");
        }
        return Optional.of(value.asText());
    }

    private static double number(JsonNode value, String where) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw bad("\"" + where + "\" holds a value that is no finite number");
        }
        return value.asDouble();
    }

    private static Refusal bad(String reason) {
        return Refusal.badRequest("Can't decide: " + reason + ".", REMEDY);
    }
}
