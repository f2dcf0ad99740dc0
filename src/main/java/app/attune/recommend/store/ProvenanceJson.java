package app.attune.recommend.store;

import app.attune.core.Provenance;
import app.attune.core.TimeWindow;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Provenance and its parts as JSON, times in ISO-8601.
final class ProvenanceJson {
    private ProvenanceJson() {}

    static ObjectNode write(Provenance provenance) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("kind", provenance.kind());
        node.set("options", texts(provenance.options()));
        node.put("seed", provenance.seed());
        node.put("dataHash", provenance.dataHash());
        node.put("rows", provenance.rows());
        node.set("window", window(provenance.window()));
        node.put("madeAt", provenance.madeAt());
        node.set("software", texts(provenance.software()));
        ObjectNode metrics = node.putObject("metrics");
        provenance.metrics().forEach(metrics::put);
        return node;
    }

    static Provenance read(JsonNode node) {
        Map<String, Double> metrics = new TreeMap<>();
        Fields.of(node, "metrics")
                .properties()
                .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().asDouble()));
        return new Provenance(
                Fields.text(node, "kind"),
                texts(Fields.of(node, "options")),
                Fields.of(node, "seed").asLong(),
                Fields.text(node, "dataHash"),
                Fields.of(node, "rows").asLong(),
                window(Fields.of(node, "window")),
                Fields.text(node, "madeAt"),
                texts(Fields.of(node, "software")),
                metrics);
    }

    static ObjectNode window(TimeWindow window) {
        return Json.mapper()
                .createObjectNode()
                .put("from", window.from().toString())
                .put("to", window.to().toString());
    }

    static TimeWindow window(JsonNode node) {
        return new TimeWindow(Instant.parse(Fields.text(node, "from")), Instant.parse(Fields.text(node, "to")));
    }

    static ObjectNode texts(Map<String, String> texts) {
        ObjectNode node = Json.mapper().createObjectNode();
        texts.forEach(node::put);
        return node;
    }

    static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
