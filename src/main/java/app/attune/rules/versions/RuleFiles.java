package app.attune.rules.versions;

import app.attune.core.json.Json;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleProgram;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A program as text files that Git can keep: one of each rule, and one of the order and what holds for all. One field
/// a
/// line; the same content gives the same bytes in every workspace, without times and numbers of versions.
final class RuleFiles {
    static final String ENDING = ".rule.json";
    static final String PROGRAM = "program.json";
    static final String TESTS = "tests.json";
    static final String RULE_FORMAT = "attune.rule";
    static final String PROGRAM_FORMAT = "attune.rules";
    private static final int DIGITS = 12;

    private RuleFiles() {}

    static String name(RuleId id) {
        return id + ENDING;
    }

    /// By name: each rule's, and that of the program.
    static Map<String, String> of(RuleProgram program) {
        Map<String, String> files = new LinkedHashMap<>();
        program.rules().forEach(rule -> files.put(name(rule.id()), rule(rule)));
        files.put(PROGRAM, program(program));
        return files;
    }

    static String rule(Rule rule) {
        ObjectNode node = head(RULE_FORMAT);
        node.setAll(RuleJson.write(rule));
        return pretty(node);
    }

    private static String program(RuleProgram program) {
        return pretty(content(program).put("base", fingerprint(program)));
    }

    private static ObjectNode content(RuleProgram program) {
        ObjectNode node = head(PROGRAM_FORMAT);
        ObjectNode policy = RuleJson.write(program.withRules(List.of()));
        policy.remove("format");
        policy.remove("rules");
        node.setAll(policy);
        ArrayNode order = node.putArray("order");
        program.rules().forEach(rule -> order.add(rule.id().value()));
        return node;
    }

    private static ObjectNode head(String format) {
        return Json.mapper().createObjectNode().put("format", format).put("version", RuleJson.FORMAT);
    }

    /// Twelve hexadecimal digits of all a program says.
    static String fingerprint(RuleProgram program) {
        StringBuilder said = new StringBuilder(pretty(content(program)));
        program.rules().forEach(rule -> said.append(rule(rule)));
        return RuleContent.hash(said.toString()).substring(0, DIGITS);
    }

    static String pretty(JsonNode node) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        try {
            return Json.mapper().writer(printer).writeValueAsString(node) + "\n";
        } catch (JacksonException e) {
            throw new IllegalStateException("Rules that cannot be written", e);
        }
    }
}
