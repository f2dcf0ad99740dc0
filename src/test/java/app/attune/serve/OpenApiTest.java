package app.attune.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.export.BundlesToServe;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenApiTest {
    private static final JsonNode DOCUMENT = Json.read(Routes.openApi(), "openapi.json");

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private static Map<String, Set<String>> documented() {
        Map<String, Set<String>> paths = new TreeMap<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> paths.computeIfAbsent(path.getKey(), fresh -> new TreeSet<>())
                                .add(method.toUpperCase(Locale.ROOT))));
        return paths;
    }

    /// A schema of the document, which refers to others of it.
    private static JsonSchema schema(JsonNode schema) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("$defs", DOCUMENT.path("components").path("schemas"));
        whole.set("allOf", Json.mapper().createArrayNode().add(schema));
        String here = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(here);
    }

    private static void fits(String path, String method, Asking.Got got) {
        JsonNode operation = DOCUMENT.path("paths").path(path).path(method);
        String type = got.type().split(";", 2)[0];
        JsonNode content = operation
                .path("responses")
                .path("" + got.status())
                .path("content")
                .path(type);
        assertTrue(content.has("schema"), path + " does not document " + got.status() + " " + got.type());
        if (type.endsWith("json") && !type.contains("ndjson")) {
            assertEquals(
                    Set.of(), schema(content.path("schema")).validate(got.body(), InputFormat.JSON), path + got.body());
        }
    }

    @Test
    void everyPathServedIsDocumentedAndTheOtherWayRound() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        Metrics metrics = new Metrics();
        BundleShelf shelf = new BundleShelf(new VerifiedBundles(), shop, Asking.outside(), metrics);
        try (ReloadDesk reloads = new ReloadDesk(shelf, java.time.Duration.ZERO, Journal.silent());
                DecisionDesk desk = new DecisionDesk(Asking.PATIENT, metrics, Asking.outside())) {
            ControlEndpoints control = new ControlEndpoints(
                    shelf, reloads, Asking.CLOCK, new SwitchDesk(Path.of("none"), false, Asking.outside()));
            DecisionEndpoints decisions = new DecisionEndpoints(
                    desk,
                    new RequestReader(Asking.CLOCK),
                    Asking.PATIENT,
                    () -> new DecisionEndpoints.Deciders(shelf.current(), control.killSwitch()));
            Map<String, Set<String>> served = new TreeMap<>();
            new Routes(shelf, control, metrics, new InFlight())
                    .all(decisions)
                    .forEach((path, methods) -> served.put(path, new TreeSet<>(methods.keySet())));
            assertEquals(served, documented());
        }
    }

    @Test
    void theDocumentIsWhole() {
        assertEquals("3.1.0", DOCUMENT.path("openapi").asText());
        assertTrue(DOCUMENT.path("info").path("title").isTextual()
                && DOCUMENT.path("info").path("version").isTextual());
        List<JsonNode> operations = new ArrayList<>();
        DOCUMENT.path("paths").forEach(path -> path.forEach(operations::add));
        Set<String> ids = new HashSet<>();
        for (JsonNode operation : operations) {
            assertTrue(
                    ids.add(operation.path("operationId").asText()),
                    operation.path("operationId").asText());
            assertTrue(operation.path("summary").isTextual());
            operation.path("responses").properties().forEach(response -> {
                assertTrue(response.getKey().matches("[1-5]\\d\\d"));
                assertTrue(response.getValue().path("description").isTextual());
            });
        }
        for (JsonNode reference : DOCUMENT.findValues("$ref")) {
            String pointer = reference.asText();
            assertTrue(pointer.startsWith("#/components/schemas/"), pointer);
            assertTrue(DOCUMENT.at(pointer.substring(1)).isObject(), pointer);
        }
    }

    @Test
    void realAnswersFitTheirSchemas() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        try (Asking asking = Asking.of(shop)) {
            for (JsonNode golden : BundlesToServe.golden()) {
                JsonNode question = BundlesToServe.question(golden);
                JsonNode request = DOCUMENT.path("components").path("schemas").path("Request");
                assertEquals(Set.of(), schema(request).validate(question.toString(), InputFormat.JSON));
                fits("/v1/decisions", "post", asking.post("/v1/decisions", question));
            }
            String batch = "[{\"user\":\"a\"},{}]";
            fits("/v1/decisions:batch", "post", asking.post("/v1/decisions:batch", batch));
            String lines = "{\"user\":\"a\"}\n{}";
            fits("/v1/decisions:batch", "post", asking.post("/v1/decisions:batch", "application/x-ndjson", lines));
            for (String path : List.of("/v1/bundle", "/healthz", "/readyz", "/metrics", "/openapi.json")) {
                fits(path, "get", asking.get(path));
            }
            fits("/v1/kill-switch", "post", asking.post("/v1/kill-switch", "{\"pulled\":true}"));
            fits("/v1/reload", "post", asking.post("/v1/reload", "{}"));
            fits("/v1/reload", "post", asking.post("/v1/reload", "{\"path\":\"..\"}"));
            fits("/v1/decisions", "post", asking.post("/v1/decisions", "{}"));
            fits("/v1/decisions", "post", asking.post("/v1/decisions", "text/plain", "{}"));
        }
    }

    @Test
    void fallbacksAndRefusedReloadsFitTheirSchemas() {
        Path shop = BundlesToServe.shop(folder.resolve("shop"));
        BundlesToServe.changed(folder.resolve("bad"), "rules.json", "{}");
        BundleSource failing = place -> {
            ServedBundle bundle = new VerifiedBundles().load(place);
            Deciding fails = request -> {
                throw new IllegalStateException(request.user());
            };
            return new ServedBundle(bundle.facts(), fails, fails, bundle.instead());
        };
        try (Asking asking = Asking.of(shop, failing, Asking.PATIENT)) {
            Asking.Got fallback = asking.post("/v1/decisions", "{\"user\":\"a\"}");
            assertEquals(
                    "ERROR", fallback.json().path("decision").path("reason").asText());
            assertTrue(fallback.json().path("decision").path("items").size() > 0);
            fits("/v1/decisions", "post", fallback);
            fits("/v1/reload", "post", asking.post("/v1/reload", "{\"path\":\"bad\"}"));
            fits("/readyz", "get", asking.get("/readyz"));
        }
    }
}
