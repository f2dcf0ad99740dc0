package app.attune.export;

import app.attune.core.json.Json;
import app.attune.export.jsonlogic.JsonLogic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// An engine in a process of its own that decides as the target jsonlogic says, or does not.
public final class FakeEngine {
    private static final int LIED_EACH = 7;
    private static final int LAST = 5;

    private FakeEngine() {}

    /// @param args what it does (honest, lying, forgetful, failing, crashing, babbling, silent, broken), and the folder
    @SuppressWarnings("SystemOut") // The protocol is on standard output.
    public static void main(String[] args) throws IOException, InterruptedException {
        String does = args[0];
        if (does.equals("broken")) {
            System.out.println("{\"error\":\"no memory\"}");
            return;
        }
        System.out.println("{\"engine\":\"fake\",\"version\":\"" + does + " 1.0\"}");
        Map<String, JsonLogic> rules = new LinkedHashMap<>();
        Json.read(Files.readString(Path.of(args[1], "flags.json")), "flags")
                .path("flags")
                .properties()
                .forEach(flag -> rules.put(flag.getKey(), JsonLogic.read(flag.getValue())));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int line = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            if (does.equals("silent") && line == LAST) {
                Thread.sleep(60_000);
            }
            if (does.equals("crashing") && line == LAST) {
                System.err.println("out of ideas");
                System.exit(7);
            }
            System.out.println(does.equals("babbling") ? "I think so" : answer(rules, text, does, line));
        }
    }

    private static ObjectNode answer(Map<String, JsonLogic> rules, String text, String does, int line)
            throws IOException {
        ObjectNode flags = Json.mapper().createObjectNode();
        if (does.equals("failing") && line == LAST) {
            return flags.put("error", "divided by zero");
        }
        JsonNode context = Json.mapper().readTree(text);
        rules.forEach((flag, rule) -> flags.set(flag, rule.apply(context)));
        String first = rules.keySet().iterator().next();
        if (does.equals("forgetful")) {
            flags.remove(first);
        }
        if (does.equals("lying") && line % LIED_EACH == 0) {
            flags.set(first, flags.path(first).isNull() ? BooleanNode.TRUE : NullNode.getInstance());
        }
        return flags;
    }
}
