package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.openfeature.contrib.providers.flagd.Config;
import dev.openfeature.contrib.providers.flagd.FlagdOptions;
import dev.openfeature.contrib.providers.flagd.FlagdProvider;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.ImmutableStructure;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// flagd in process, through OpenFeature, on `flags.json` of the target flagd.
public final class FlagdRunner {
    /// The usual second is too short for a slow start.
    private static final int DEADLINE_MILLIS = 15_000;

    private FlagdRunner() {}

    public static void main(String[] args) throws IOException {
        Lines lines = Lines.take();
        Path file = Path.of(args[0], "flags.json");
        Map<String, Boolean> switches = new LinkedHashMap<>();
        Lines.JSON.readTree(Files.readString(file)).path("flags").properties().forEach(flag -> switches.put(
                flag.getKey(), flag.getValue().path("variants").path("off").isBoolean()));
        FlagdProvider provider = new FlagdProvider(FlagdOptions.builder()
                .resolverType(Config.Resolver.FILE)
                .offlineFlagSourcePath(file.toString())
                .deadline(DEADLINE_MILLIS)
                .build());
        OpenFeatureAPI api = OpenFeatureAPI.getInstance();
        api.setProviderAndWait(provider);
        Client client = api.getClient();
        lines.hello("flagd", Lines.version(FlagdProvider.class, "flagd"));
        lines.answer((context, flags) -> decide(client, switches, context, flags));
        api.shutdown();
        System.exit(0);
    }

    private static void decide(Client client, Map<String, Boolean> switches, JsonNode context, ObjectNode flags) {
        ImmutableContext user = new ImmutableContext("nobody", structure(context));
        switches.forEach((key, isSwitch) -> {
            if (isSwitch) {
                flags.put(key, checked(client.getBooleanDetails(key, false, user)));
            } else {
                flags.set(key, json(checked(client.getObjectDetails(key, new Value(), user))));
            }
        });
    }

    private static <T> T checked(FlagEvaluationDetails<T> details) {
        if (details.getErrorCode() != null) {
            throw new IllegalStateException(details.getFlagKey() + ": " + details.getErrorMessage());
        }
        return details.getValue();
    }

    private static Map<String, Value> structure(JsonNode object) {
        Map<String, Value> values = new HashMap<>();
        object.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Value value(JsonNode node) {
        if (node.isObject()) {
            return new Value(new ImmutableStructure(structure(node)));
        }
        return node.isNumber() ? new Value(node.doubleValue()) : new Value(node.asText());
    }

    private static JsonNode json(Value value) {
        if (value.isStructure()) {
            ObjectNode object = Lines.JSON.createObjectNode();
            value.asStructure().asMap().forEach((key, part) -> object.set(key, json(part)));
            return object;
        }
        if (value.isList()) {
            var array = Lines.JSON.createArrayNode();
            List<Value> parts = value.asList();
            parts.forEach(part -> array.add(json(part)));
            return array;
        }
        return Lines.JSON.valueToTree(value.asObject());
    }
}
