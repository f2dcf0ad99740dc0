package app.attune.serve;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// What is served, by path and method.
final class Routes {
    static final String HEALTH = "/healthz";

    private final BundleShelf shelf;
    private final ControlEndpoints control;
    private final Metrics metrics;
    private final InFlight inFlight;

    Routes(BundleShelf shelf, ControlEndpoints control, Metrics metrics, InFlight inFlight) {
        this.shelf = shelf;
        this.control = control;
        this.metrics = metrics;
        this.inFlight = inFlight;
    }

    Map<String, Map<String, Endpoint>> all(DecisionEndpoints decisions) {
        String openApi = openApi();
        return Map.of(
                "/v1/decisions",
                Map.of("POST", decisions::one),
                "/v1/decisions:batch",
                Map.of("POST", decisions::batch),
                "/v1/bundle",
                Map.of("GET", call -> Answer.json(200, shelf.current().facts().json())),
                "/v1/reload",
                Map.of("POST", control::reload),
                "/v1/kill-switch",
                Map.of("POST", control::killSwitch),
                HEALTH,
                Map.of("GET", call -> Answer.text(Answer.JSON, "{\"status\":\"ok\"}")),
                "/readyz",
                Map.of("GET", call -> ready()),
                "/metrics",
                Map.of("GET", call -> metrics()),
                "/openapi.json",
                Map.of("GET", call -> Answer.text(Answer.JSON, openApi)));
    }

    private Answer ready() {
        ObjectNode node = Json.mapper().createObjectNode().put("ready", true);
        node.set("bundle", shelf.current().facts().stamp());
        node.set("lastReload", shelf.last().json());
        node.set("killSwitch", control.killSwitch().json());
        return Answer.json(200, node);
    }

    private Answer metrics() {
        return Answer.text(Metrics.TYPE, metrics.text(shelf.current(), control.killSwitch(), inFlight.count()));
    }

    static String openApi() {
        try (InputStream in =
                Objects.requireNonNull(Routes.class.getResourceAsStream("/serve/openapi.json"), "openapi.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
