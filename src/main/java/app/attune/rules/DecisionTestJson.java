package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.rules.DecisionTest.Asked;
import app.attune.rules.DecisionTest.Wanted;
import app.attune.rules.DecisionTest.WantedOffer;
import app.attune.rules.DecisionTest.Who;
import app.attune.segments.SegmentId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/// Tests of decisions as JSON: format `attune.rule-tests` version 1. What is not asked or expected is left out.
public final class DecisionTestJson {
    private static final String FORMAT = "attune.rule-tests";
    private static final List<String> ROOT = List.of("format", "version", "tests");
    private static final List<String> TEST = List.of("name", "user", "segments", "at", "context", "expect");
    private static final List<String> CONTEXT = List.of("placement", "device", "basket", "shown", "visitStart");
    private static final List<String> BASKET = List.of("items", "total");
    private static final List<String> EXPECT =
            List.of("offer", "offers", "noOffer", "shown", "hidden", "fires", "idle");

    private DecisionTestJson() {}

    public static ObjectNode write(List<DecisionTest> tests) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", FORMAT).put("version", 1);
        ArrayNode array = root.putArray("tests");
        tests.forEach(test -> array.add(write(test)));
        return root;
    }

    public static ObjectNode write(DecisionTest test) {
        ObjectNode node = Json.mapper().createObjectNode().put("name", test.name());
        node.put("user", test.asked().who().user().value());
        if (test.asked().who() instanceof Who.Invented invented) {
            texts(node.putArray("segments"), invented.segments(), SegmentId::value);
        }
        test.asked().at().ifPresent(at -> node.put("at", at.toString()));
        if (!test.asked().context().isEmpty()) {
            node.set("context", ContextJson.write(test.asked().context()));
        }
        ObjectNode expect = node.putObject("expect");
        switch (test.wanted().offer()) {
            case WantedOffer.Any ignored -> {}
            case WantedOffer.None ignored -> expect.put("noOffer", true);
            case WantedOffer.Code wantedCode -> expect.put("offer", wantedCode.code());
            case WantedOffer.Codes several -> several.codes().forEach(expect.putArray("offers")::add);
        }
        some(expect, "shown", test.wanted().shown(), ItemId::value);
        some(expect, "hidden", test.wanted().hidden(), ItemId::value);
        some(expect, "fires", test.wanted().fires(), RuleId::value);
        some(expect, "idle", test.wanted().idle(), RuleId::value);
        return node;
    }

    private static <T> void some(ObjectNode node, String field, List<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            texts(node.putArray(field), values, text);
        }
    }

    private static <T> void texts(ArrayNode array, List<T> values, Function<T, String> text) {
        values.stream().map(text).forEach(array::add);
    }

    /// @throws app.attune.core.ProblemException `rules.unreadable` or `json.unreadable`
    public static List<DecisionTest> read(String text, String what) {
        JsonNode root = Json.read(text, what);
        RuleJson.only(root, ROOT, what);
        if (!FORMAT.equals(root.path("format").asText()) || root.path("version").asInt() != 1) {
            throw RuleJson.unreadable(what, "it does not say \"format\" : \"" + FORMAT + "\", \"version\" : 1");
        }
        List<DecisionTest> tests = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : RuleJson.array(root, "tests", what)) {
            DecisionTest test = test(node, what + ", test " + (tests.size() + 1));
            if (!names.add(test.name())) {
                throw RuleJson.unreadable(what, "two tests have the name \"" + test.name() + "\"");
            }
            tests.add(test);
        }
        return tests;
    }

    static DecisionTest test(JsonNode node, String what) {
        RuleJson.only(node, TEST, what);
        return RuleJson.checked(
                what,
                () -> new DecisionTest(
                        RuleJson.text(node, "name", what),
                        new Asked(who(node, what), at(node, what), context(node.path("context"), what)),
                        wanted(node.path("expect"), what + ", expect")));
    }

    private static Who who(JsonNode node, String what) {
        UserId user = new UserId(RuleJson.text(node, "user", what));
        if (!node.has("segments")) {
            return new Who.Known(user);
        }
        RuleJson.array(node, "segments", what);
        return new Who.Invented(
                user,
                RuleJson.texts(node, "segments", what).stream()
                        .map(SegmentId::new)
                        .toList());
    }

    private static Optional<Instant> at(JsonNode node, String what) {
        if (!node.has("at")) {
            return Optional.empty();
        }
        return Optional.of(CapJson.time(RuleJson.text(node, "at", what), what));
    }

    private static RequestContext context(JsonNode node, String what) {
        if (node.isMissingNode()) {
            return RequestContext.none();
        }
        String place = what + ", context";
        RuleJson.only(node, CONTEXT, place);
        return new RequestContext(
                optional(node, "placement", place),
                optional(node, "device", place),
                basket(node.path("basket"), place),
                CapJson.shown(node, place));
    }

    private static Optional<String> optional(JsonNode node, String field, String what) {
        return node.has(field) ? Optional.of(RuleJson.text(node, field, what)) : Optional.empty();
    }

    private static Optional<RequestContext.Basket> basket(JsonNode node, String what) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        String place = what + ", basket";
        RuleJson.only(node, BASKET, place);
        OptionalDouble total =
                node.has("total") ? OptionalDouble.of(RuleJson.number(node, "total", place)) : OptionalDouble.empty();
        return Optional.of(new RequestContext.Basket(RuleJson.items(node, "items", place), total));
    }

    private static Wanted wanted(JsonNode node, String what) {
        RuleJson.only(node, EXPECT, what);
        Wanted wanted = new Wanted(
                offer(node, what),
                RuleJson.items(node, "shown", what),
                RuleJson.items(node, "hidden", what),
                rules(node, "fires", what),
                rules(node, "idle", what));
        if (node.isEmpty()) {
            throw RuleJson.unreadable(what, "nothing is expected; say " + String.join(", ", EXPECT));
        }
        return wanted;
    }

    private static WantedOffer offer(JsonNode node, String what) {
        boolean none = node.path("noOffer").asBoolean(false);
        if ((none ? 1 : 0) + (node.has("offer") ? 1 : 0) + (node.has("offers") ? 1 : 0) > 1) {
            throw RuleJson.unreadable(what, "\"offer\", \"offers\" and \"noOffer\" exclude one another");
        }
        if (node.has("offers")) {
            RuleJson.array(node, "offers", what);
            return WantedOffer.of(RuleJson.texts(node, "offers", what));
        }
        if (none) {
            return new WantedOffer.None();
        }
        return node.has("offer") ? new WantedOffer.Code(RuleJson.text(node, "offer", what)) : new WantedOffer.Any();
    }

    private static List<RuleId> rules(JsonNode node, String field, String what) {
        return RuleJson.texts(node, field, what).stream().map(RuleId::new).toList();
    }
}
