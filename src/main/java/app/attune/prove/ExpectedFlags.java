package app.attune.prove;

import app.attune.core.json.Json;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleFormat;
import app.attune.decider.ServerContext;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerProfile;
import app.attune.decider.ServerRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What flags must be for a profile, by the decider of the bundle and not by what wrote the flags.
public final class ExpectedFlags {
    private static final Set<String> PICKED = Set.of("recommend", "offer");

    private final BundleDecider decider;
    private final Map<String, String> does = new HashMap<>();
    private final Map<String, JsonNode> payloads = new HashMap<>();
    private final List<String> keys = new ArrayList<>();

    /// Whether only the first rule that matches acts.
    private final boolean firstOnly;

    private ExpectedFlags(BundleDecider decider, boolean firstOnly) {
        this.decider = decider;
        this.firstOnly = firstOnly;
    }

    public static ExpectedFlags of(BundleFolder folder) {
        JsonNode rules = Json.read(folder.text(BundleFormat.RULES), BundleFormat.RULES);
        boolean firstOnly = rules.at("/decision/hitPolicy").asText().equals("first");
        ExpectedFlags flags = new ExpectedFlags(BundleDecider.of(folder), firstOnly);
        for (JsonNode segment : Json.read(folder.text(BundleFormat.SEGMENTS), BundleFormat.SEGMENTS)
                .path("segments")) {
            flags.keys.add("segment-" + segment.path("id").asText());
        }
        for (JsonNode rule : rules.path("rules")) {
            if (rule.path("status").asText().equals("active")) {
                flags.add(rule);
            }
        }
        flags.keys.add("recommend");
        flags.keys.add("offer");
        return flags;
    }

    private void add(JsonNode rule) {
        String id = rule.path("id").asText();
        keys.add("rule-" + id);
        does.put(id, rule.path("then").path("do").asText());
        ObjectNode payload = Json.mapper().createObjectNode().put("rule", id);
        rule.path("then").properties().forEach(entry -> payload.set(entry.getKey(), entry.getValue()));
        payloads.put(id, payload);
    }

    /// Keys of all flags, in the order of segments and rules.
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /// What a rule does, as the value of the flag that picks it.
    JsonNode payload(String rule) {
        return payloads.getOrDefault(rule, Json.mapper().nullNode());
    }

    /// The segment or rule that a profile gets of each flag, by key; a flag that is not there is off.
    public Map<String, String> of(ServerProfile profile) {
        ServerDecision decision =
                decider.decide(new ServerRequest("nobody", Instant.EPOCH, ServerContext.none(), profile));
        Map<String, String> arms = new HashMap<>();
        decision.segments().forEach(segment -> arms.put("segment-" + segment, segment));
        for (ServerDecision.Trace trace : decision.rules()) {
            boolean later = trace.cause().filter("EARLIER_RULE"::equals).isPresent();
            if (takesPart(trace) && !(firstOnly && later)) {
                arms.put("rule-" + trace.rule(), trace.rule());
                String kind = does.getOrDefault(trace.rule(), "");
                if (!later && PICKED.contains(kind)) {
                    arms.put(kind, trace.rule());
                }
            }
        }
        return arms;
    }

    private static boolean takesPart(ServerDecision.Trace trace) {
        return trace.verdict().equals("FIRED")
                || (trace.verdict().equals("LOST")
                        && trace.cause().filter("REFUSED"::equals).isEmpty());
    }
}
