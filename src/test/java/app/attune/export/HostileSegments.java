package app.attune.export;

import app.attune.core.Seeds;
import app.attune.core.json.Json;
import app.attune.decider.BundleFormat;
import app.attune.decider.ServerProfile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Random segments of every construct with rules upon them, and profiles at their edges: missing, of other kinds,
/// hostile.
final class HostileSegments {
    /// Texts that mean something somewhere.
    static final List<String> HOSTILE = List.of(
            "DE",
            "de",
            "AT",
            "5",
            "0",
            "null",
            "true",
            "\"};{\"$ref\": \"segment-s1\"}",
            "{\"$ref\":\"segment-s1\"}",
            "__proto__",
            "$1 US$5 ${jndi:ldap://x} {{7*7}} #{x} %s <script>",
            "a\\b\nc\td\u0000\u0007\u202e\u2028",
            "(.*)|[a-z]{2}/^x$",
            "\uD83D\uDE00 f\u00e9ed \u0130\u0131\u017f",
            "x".repeat(3000));

    private static final String ODD = "odd \"name\" $ref {{x}} \n\u202e\u00e9";
    /// A feature that is an item.
    private static final String LEADER = "lead\u2028er";

    private static final List<String> NUMBERS = List.of("0", "-0.0", "5", "30", "30.5", "-7", "1e21", "1e-9");
    private static final List<String> DATES =
            List.of("2026-10-18T00:00:00Z", "2026-10-18T00:00:00.001Z", "1969-12-31T23:59:59.999Z");
    private static final String ORDERS = "at-least,at-most,more-than,less-than";

    private final SplittableRandom random;

    HostileSegments(long seed) {
        this.random = Seeds.stream(seed, "hostile segments");
    }

    WrittenBundle bundle(int segments) {
        ObjectNode features = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        List.of("visits", ODD)
                .forEach(name -> features.withArray("features").addObject().put("name", name));
        features.withArray("features")
                .addObject()
                .put("name", LEADER)
                .putObject("measure")
                .put("kind", "item-with-most");
        return WrittenBundle.fresh()
                .with("features.json", Json.write(features))
                .with("segments.json", segments(segments))
                .with("rules.json", rules(segments))
                .signedAgain();
    }

    private String segments(int count) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        ArrayNode attributes = root.putArray("attributes");
        Map.of("country", "text", ODD, "text", "age", "number", "signup", "date", "planet", "unknown")
                .forEach(
                        (name, kind) -> attributes.addObject().put("name", name).put("kind", kind));
        ArrayNode list = root.putArray("segments");
        for (int i = 0; i < count; i++) {
            ObjectNode segment = list.addObject().put("id", "s" + i).put("version", 1);
            segment.put("name", pick(HOSTILE) + i).put("sentence", "");
            segment.set("condition", i < SHAPES.size() ? Json.read(SHAPES.get(i), "shape") : tree(2));
        }
        return Json.write(root);
    }

    /// Constructs that must be there whatever is drawn.
    private static final List<String> SHAPES = List.of(
            "{\"all\":[]}",
            "{\"any\":[]}",
            "{\"none\":[]}",
            "{\"none\":[{\"any\":[]}]}",
            "{\"any\":[{\"all\":[]},{\"attribute\":\"age\",\"comparison\":\"is\",\"values\":[5]}]}",
            "{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"DE\",\"AT\"]}",
            "{\"attribute\":\"country\",\"comparison\":\"is-not\",\"values\":[\"DE\",\"5\"]}",
            "{\"attribute\":\"age\",\"comparison\":\"at-least\",\"values\":[30]}",
            "{\"attribute\":\"age\",\"comparison\":\"at-most\",\"values\":[5]}",
            "{\"none\":[{\"attribute\":\"age\",\"comparison\":\"more-than\",\"values\":[0]}]}",
            "{\"attribute\":\"age\",\"comparison\":\"between\",\"values\":[0,30]}",
            "{\"feature\":\"visits\",\"comparison\":\"less-than\",\"values\":[5]}",
            "{\"feature\":\"" + LEADER + "\",\"kind\":\"item\",\"comparison\":\"is-not\",\"values\":[\"DE\",\"5\"]}",
            "{\"attribute\":\"signup\",\"comparison\":\"at-least\",\"values\":[\"2026-10-18T00:00:00Z\"]}",
            "{\"attribute\":\"age\",\"comparison\":\"is-missing\",\"values\":[]}",
            "{\"attribute\":\"country\",\"comparison\":\"starts-with\",\"values\":[\"D\",\"a\\\\b\"]}",
            "{\"attribute\":\"country\",\"comparison\":\"contains\",\"values\":[\"$\",\"(\"]}",
            "{\"attribute\":\"planet\",\"comparison\":\"is-missing\",\"values\":[]}",
            "{\"attribute\":\"planet\",\"comparison\":\"is-not\",\"values\":[\"Mars\"]}",
            "{\"any\":[{\"attribute\":\"age\",\"comparison\":\"is-not\",\"values\":[5,30]},"
                    + "{\"attribute\":\"age\",\"comparison\":\"is-missing\",\"values\":[]}]}",
            "{\"attribute\":\"age\",\"comparison\":\"at-least\",\"values\":[30.5]}",
            "{\"attribute\":\"age\",\"comparison\":\"is\",\"values\":[0,7]}");

    private ObjectNode tree(int depth) {
        ObjectNode node = Json.mapper().createObjectNode();
        if (depth == 0 || random.nextInt(3) == 0) {
            return row();
        }
        ArrayNode parts = node.putArray(pick(List.of("all", "any", "none")));
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            parts.add(tree(depth - 1));
        }
        return node;
    }

    private ObjectNode row() {
        ObjectNode node = Json.mapper().createObjectNode();
        String order = pick(List.of((ORDERS + ",is,is-not,is-missing,is-present,between").split(",")));
        boolean none = order.equals("is-missing") || order.equals("is-present");
        switch (random.nextInt(5)) {
            case 0 -> {
                String word = pick(List.of("is", "is-not", "contains", "starts-with", "is-missing", "is-present"));
                if (random.nextInt(3) == 0) {
                    node.put("feature", LEADER).put("kind", "item");
                } else {
                    node.put("attribute", random.nextBoolean() ? "country" : ODD);
                }
                node.put("comparison", word);
                ArrayNode values = node.putArray("values");
                for (int i = 0; i < (word.endsWith("ing") || word.endsWith("ent") ? 0 : 2); i++) {
                    String text = pick(HOSTILE.subList(0, 13)).strip();
                    values.add(word.equals("starts-with") ? text.substring(0, 1) : text);
                }
            }
            case 1 -> {
                node.put("attribute", "signup").put("comparison", order);
                ArrayNode values = node.putArray("values");
                for (int i = 0; i < (none ? 0 : order.equals("between") ? 2 : 1); i++) {
                    values.add(pick(DATES));
                }
            }
            default -> {
                boolean isFeature = random.nextBoolean();
                node.put(isFeature ? "feature" : "attribute", isFeature ? pick(List.of("visits", ODD)) : "age");
                node.put("comparison", order);
                ArrayNode values = node.putArray("values");
                for (int i = 0; i < (none ? 0 : order.equals("between") ? 2 : 1); i++) {
                    values.add(Double.parseDouble(pick(NUMBERS)));
                }
            }
        }
        return node;
    }

    private String rules(int segments) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", BundleFormat.VERSION);
        ObjectNode decision = root.putObject("decision");
        decision.put("listLength", 5).put("defaultModel", "popularity").put("fallbackModel", "popularity");
        decision.putObject("consent")
                .put("attribute", "consent_personalisation")
                .put("granted", "GRANTED")
                .put("missing", random.nextBoolean() ? "allowed" : "refused");
        ArrayNode rules = root.putArray("rules");
        for (int i = 0; i < segments; i++) {
            ObjectNode rule = rules.addObject().put("id", "r" + i).put("name", pick(HOSTILE));
            rule.put("segment", "s" + random.nextInt(segments));
            rule.put("status", i % 9 == 8 ? "paused" : "active").put("intent", pick(HOSTILE));
            ObjectNode then = rule.putObject("then");
            switch (i % 3) {
                case 0 -> then.put("do", "offer").put("code", pick(HOSTILE)).put("text", pick(HOSTILE));
                case 1 -> then.put("do", "recommend").put("model", pick(HOSTILE));
                default -> then.put("do", "exclude").putArray("items").add(pick(HOSTILE));
            }
        }
        return Json.write(root);
    }

    List<ServerProfile> profiles(int count) {
        List<ServerProfile> profiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            profiles.add(profile());
        }
        return profiles;
    }

    private ServerProfile profile() {
        Map<String, Object> attributes = new HashMap<>();
        Map<String, Double> features = new HashMap<>();
        for (String name :
                List.of("country", ODD, "age", "signup", "planet", "consent_personalisation", "nobody-asks")) {
            if (random.nextInt(10) > 0) {
                attributes.put(name, random.nextInt(8) == 0 ? ofAnotherKind() : value(name));
            }
        }
        for (String name : List.of("visits", ODD)) {
            if (random.nextInt(10) > 0) {
                features.put(name, number());
            }
        }
        Map<String, String> items =
                random.nextInt(10) > 0 ? Map.of(LEADER, value(LEADER).toString()) : Map.of();
        return new ServerProfile(attributes, features, Map.of(), items);
    }

    private Object value(String name) {
        return switch (name) {
            case "age" -> number();
            case "signup" ->
                Instant.parse(pick(DATES))
                        .plusNanos(random.nextInt(-2, 3) * 500_000L)
                        .toString();
            case "consent_personalisation" -> pick(List.of("GRANTED", "granted", "gRaNtEd", "DENIED", "GRANTED ", ""));
            default -> pick(HOSTILE) + (random.nextInt(4) == 0 ? pick(HOSTILE) : "");
        };
    }

    private Object ofAnotherKind() {
        return switch (random.nextInt(8)) {
            case 0 -> number();
            case 1 -> "";
            case 2 -> true;
            case 3 -> List.of("DE");
            case 4 -> List.of(5.0);
            case 5 -> "2026-10-18";
            case 6 -> "2026-10-18T02:00:00+02:00";
            default -> pick(NUMBERS);
        };
    }

    private double number() {
        double edge = Double.parseDouble(pick(NUMBERS));
        return switch (random.nextInt(4)) {
            case 0 -> Math.nextUp(edge);
            case 1 -> Math.nextDown(edge);
            default -> edge;
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
