import app.attune.decider.BundleDecider;
import app.attune.decider.ServerContext;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerProfile;
import app.attune.decider.ServerRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The reference decider, which also ranks the items of a list and says why of every rule.
final class Attune implements Contender {
    private final BundleDecider decider;
    private final List<ServerRequest> requests = new ArrayList<>();
    private final Map<String, String> does = new HashMap<>();

    Attune(Cases cases) throws Exception {
        decider = BundleDecider.load(cases.bundle());
        Cases.JSON.readTree(cases.text("rules.json")).path("rules").forEach(rule -> does.put(
                rule.path("id").asText(), rule.path("then").path("do").asText()));
        cases.lines().forEach(line -> requests.add(request(line)));
    }

    private static ServerRequest request(JsonNode line) {
        Map<String, Object> attributes = new HashMap<>();
        line.path("attributes").properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                attributes.put(
                        entry.getKey(),
                        entry.getValue().isTextual() ? entry.getValue().asText() : (Object) entry.getValue().asDouble());
            }
        });
        Map<String, Double> features = new HashMap<>();
        line.path("features").properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                features.put(entry.getKey(), entry.getValue().asDouble());
            }
        });
        Map<String, Double> history = new HashMap<>();
        line.path("history").forEach(pair -> history.put(pair.get(0).asText(), pair.get(1).asDouble()));
        return new ServerRequest(
                line.path("user").asText(),
                Instant.parse(line.path("at").asText()),
                new ServerContext(Optional.empty(), Optional.empty(), List.of(), OptionalDouble.empty()),
                new ServerProfile(attributes, features, history));
    }

    @Override
    public String name() {
        return "attune decider";
    }

    @Override
    public Object decide(int at) {
        return decider.decide(requests.get(at));
    }

    @Override
    public Map<String, String> flags(Object decided) {
        ServerDecision decision = (ServerDecision) decided;
        Map<String, String> flags = new HashMap<>();
        decision.segments().forEach(segment -> flags.put("segment-" + segment, segment));
        for (ServerDecision.Trace trace : decision.rules()) {
            boolean refused = trace.cause().filter("REFUSED"::equals).isPresent();
            if (trace.verdict().equals("FIRED") || (trace.verdict().equals("LOST") && !refused)) {
                flags.put("rule-" + trace.rule(), trace.rule());
                String kind = does.getOrDefault(trace.rule(), "");
                if (kind.equals("recommend") || kind.equals("offer")) {
                    flags.putIfAbsent(kind, trace.rule());
                }
            }
        }
        return flags;
    }
}
