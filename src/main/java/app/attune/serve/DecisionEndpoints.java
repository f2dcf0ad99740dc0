package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.decider.ServerRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Decides for one user, or for many in one request, all of them with the same bundle.
final class DecisionEndpoints {
    private final DecisionDesk desk;
    private final RequestReader reader;
    private final ServeLimits limits;
    private final Supplier<Deciders> now;

    /// What decides at one moment.
    record Deciders(ServedBundle bundle, KillSwitch killSwitch) {}

    DecisionEndpoints(DecisionDesk desk, RequestReader reader, ServeLimits limits, Supplier<Deciders> now) {
        this.desk = desk;
        this.reader = reader;
        this.limits = limits;
        this.now = now;
    }

    Answer one(Call call) {
        ServerRequest request = reader.read(call.json(limits.requestBytes()));
        return Answer.json(200, decide(request, now.get()));
    }

    Answer batch(Call call) {
        String type = call.mediaType(Set.of(Answer.JSON, Answer.JSON_LINES));
        String text = call.text(limits.batchBytes());
        Deciders deciders = now.get();
        if (type.equals(Answer.JSON)) {
            JsonNode list = Call.parse(text);
            if (!list.isArray()) {
                throw Refusal.badRequest("The batch is not a list of requests.", "Send a JSON array, or JSON Lines.");
            }
            requireFew(list.size());
            List<String> answers = StreamSupport.stream(list.spliterator(), false)
                    .map(node -> Json.write(attempt(() -> node, deciders)))
                    .toList();
            return Answer.text(Answer.JSON, "[" + String.join(",", answers) + "]");
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        requireFew(lines.size());
        return Answer.text(
                Answer.JSON_LINES,
                lines.stream()
                        .map(line -> Json.write(attempt(() -> Call.parse(line), deciders)) + "\n")
                        .collect(Collectors.joining()));
    }

    private void requireFew(int requests) {
        if (requests > limits.batch()) {
            throw Refusal.of(
                    413,
                    new Problem(
                            "serve.too-many",
                            "The batch has " + requests + " requests; at most " + limits.batch() + " are taken.",
                            "Send several batches, or start the server with a larger --max-batch."));
        }
    }

    /// A request of a batch that cannot be used gets a problem in its place.
    private ObjectNode attempt(Supplier<JsonNode> parsed, Deciders deciders) {
        try {
            return decide(reader.read(parsed.get()), deciders);
        } catch (Refusal e) {
            ObjectNode node = Json.mapper().createObjectNode();
            node.set("problem", Answer.node(e.problem()));
            return node;
        }
    }

    /// A number that is sent as a text, and an item as a number, would count as missing, and nobody would notice.
    private static void requireKinds(ServerRequest request, BundleFacts facts) {
        for (String name : new TreeSet<>(request.profile().items().keySet())) {
            if (!facts.items().contains(name)) {
                throw Refusal.badRequest(
                        "Can't decide: \"features\" has a text for " + name + ", which is no item.",
                        "Send a number, or leave it out.");
            }
        }
        for (String name : new TreeSet<>(request.profile().features().keySet())) {
            if (facts.items().contains(name)) {
                throw Refusal.badRequest(
                        "Can't decide: \"features\" has a number for " + name + ", which is an item.",
                        "Send the item's id as a text, or leave it out.");
            }
        }
    }

    private ObjectNode decide(ServerRequest request, Deciders deciders) {
        requireKinds(request, deciders.bundle().facts());
        DecisionDesk.Outcome outcome = desk.decide(deciders.bundle(), deciders.killSwitch(), request);
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("user", request.user())
                .put("at", request.at().toString());
        node.set("decision", DecisionJson.of(outcome.decision()));
        Optional<Problem> instead = outcome.instead();
        instead.ifPresent(problem -> node.set("fallback", Answer.node(problem)));
        node.set("bundle", deciders.bundle().facts().stamp());
        return node.put("killSwitch", deciders.killSwitch().pulled());
    }
}
