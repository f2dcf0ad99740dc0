package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.getunleash.DefaultUnleash;
import io.getunleash.UnleashContext;
import io.getunleash.util.UnleashConfig;
import io.getunleash.variant.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Unleash's SDK for Java on `features.json` of the target unleash, started with nothing but the file.
public final class UnleashJavaRunner {
    private static final String NOWHERE = "http://127.0.0.1:9/";

    private final DefaultUnleash unleash;

    /// Whether a flag picks a variant, by its key.
    private final Map<String, Boolean> picks = new LinkedHashMap<>();

    private UnleashJavaRunner(String features) throws Exception {
        for (JsonNode feature : Lines.JSON.readTree(features).path("features")) {
            boolean isPick = false;
            for (JsonNode strategy : feature.path("strategies")) {
                isPick |= !strategy.path("variants").isEmpty();
            }
            picks.put(feature.path("name").asText(), isPick);
        }
        Path backup = Files.createTempDirectory("attune-unleash");
        unleash = new DefaultUnleash(UnleashConfig.builder()
                .appName("attune-prove")
                .unleashAPI(NOWHERE)
                .apiKey("none")
                .backupFile(backup.resolve("none.json").toString())
                .disablePolling()
                .disableMetrics()
                .toggleBootstrapProvider(() -> Optional.of(features))
                .build());
        backup.toFile().deleteOnExit();
    }

    public static void main(String[] args) throws Exception {
        Lines lines = Lines.take();
        UnleashJavaRunner runner = new UnleashJavaRunner(Files.readString(Path.of(args[0], "features.json")));
        lines.hello("unleash-java", Lines.version(DefaultUnleash.class, "unleash-client-java"));
        lines.answer(runner::decide);
        runner.unleash.shutdown();
        System.exit(0);
    }

    private void decide(JsonNode given, ObjectNode flags) throws Exception {
        UnleashContext.Builder properties = UnleashContext.builder();
        given.path("properties").properties().forEach(entry ->
                properties.addProperty(entry.getKey(), entry.getValue().asText()));
        UnleashContext context = properties.build();
        for (Map.Entry<String, Boolean> pick : picks.entrySet()) {
            if (pick.getValue()) {
                Variant variant = unleash.getVariant(pick.getKey(), context);
                boolean isThere = variant.isFeatureEnabled() && variant.isEnabled();
                flags.set(
                        pick.getKey(),
                        isThere
                                ? Lines.JSON.readTree(variant.getPayload().orElseThrow().getValue())
                                : null);
            } else {
                flags.put(pick.getKey(), unleash.isEnabled(pick.getKey(), context, false));
            }
        }
    }
}
