package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.jamsesso.jsonlogic.JsonLogic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// io.github.jamsesso:json-logic-java on `flags.json` of the target jsonlogic.
public final class JsonLogicRunner {
    private JsonLogicRunner() {}

    public static void main(String[] args) throws IOException {
        Lines lines = Lines.take();
        JsonNode file = Lines.JSON.readTree(Files.readString(Path.of(args[0], "flags.json")));
        Map<String, String> rules = new LinkedHashMap<>();
        file.path("flags").properties().forEach(flag -> rules.put(flag.getKey(), flag.getValue().toString()));
        JsonLogic engine = new JsonLogic();
        lines.hello("json-logic-java", Lines.version(JsonLogic.class, "json-logic-java"));
        lines.answer((context, flags) -> decide(engine, rules, context, flags));
    }

    private static void decide(JsonLogic engine, Map<String, String> rules, JsonNode context, ObjectNode flags)
            throws Exception {
        Map<?, ?> values = Lines.JSON.treeToValue(context, Map.class);
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            flags.set(rule.getKey(), Lines.JSON.valueToTree(engine.apply(rule.getValue(), values)));
        }
    }
}
