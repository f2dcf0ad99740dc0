package app.attune.serve;

import app.attune.core.json.Json;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import app.attune.decider.ServerContext;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerProfile;
import app.attune.decider.ServerRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The list that is given when nothing can be decided: what somebody of whom nothing is known gets without rules, less
/// every item that an active rule hides from anybody at any time.
final class SafeList {
    private static final ServerRequest NOBODY =
            new ServerRequest("", Instant.EPOCH, ServerContext.none(), new ServerProfile(Map.of(), Map.of(), Map.of()));

    private final Map<String, JsonNode> attributes = new HashMap<>();
    private final List<JsonNode> hiding = new ArrayList<>();

    private SafeList(JsonNode rules, JsonNode items) {
        rules.path("rules").forEach(rule -> {
            JsonNode then = rule.path("then");
            if (rule.path("status").asText().equals("active")
                    && then.path("do").asText().equals("exclude")) {
                hiding.add(then);
            }
        });
        items.path("items").forEach(item -> attributes.put(item.path("item").asText(), item.path("attributes")));
    }

    static ServerDecision of(Deciding rulesOff, BundleFolder files) {
        SafeList list = new SafeList(
                Json.read(files.text(BundleFormat.RULES), BundleFormat.RULES),
                Json.read(files.text(BundleFormat.ITEMS), BundleFormat.ITEMS));
        return list.of(rulesOff.decide(NOBODY));
    }

    private ServerDecision of(ServerDecision popular) {
        List<ServerDecision.Item> items = new ArrayList<>();
        for (ServerDecision.Item item : popular.items()) {
            if (hiding.stream().noneMatch(then -> hides(then, item.item()))) {
                items.add(new ServerDecision.Item(
                        items.size() + 1, item.item(), item.score(), "fallback", Optional.empty(), List.of()));
            }
        }
        return decision("FALLBACK", popular.model(), items);
    }

    private boolean hides(JsonNode then, String item) {
        if (!then.has("attribute")) {
            return texts(then.path("items")).contains(item);
        }
        JsonNode of = attributes.get(item);
        JsonNode value =
                of == null ? then.path("") : of.path(then.path("attribute").asText());
        return value.isTextual() && texts(then.path("values")).contains(value.asText());
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /// The same list for another reason.
    static ServerDecision because(String reason, ServerDecision instead) {
        return decision(reason, instead.model(), instead.items());
    }

    private static ServerDecision decision(String reason, Optional<String> model, List<ServerDecision.Item> items) {
        return new ServerDecision(List.of(), reason, model, items, List.of(), List.of(), Optional.empty());
    }
}
