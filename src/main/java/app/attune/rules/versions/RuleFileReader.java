package app.attune.rules.versions;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.rules.DecisionTest;
import app.attune.rules.DecisionTestJson;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a program from the text of its files. Everything that is wrong names its file, line and column.
final class RuleFileReader {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,60})\"");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<<<<<<<|>>>>>>>)");
    private static final int LONGEST = 60;

    private final Map<String, String> texts;
    private final List<Problem> problems = new ArrayList<>();

    /// @param texts by the name of the file, in order
    RuleFileReader(Map<String, String> texts) {
        this.texts = new LinkedHashMap<>(texts);
    }

    /// In the order they were found; nothing may be taken from the files where there are any.
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// What the files say; empty where there are problems.
    Optional<RuleProgram> program() {
        Map<RuleId, JsonNode> nodes = new LinkedHashMap<>();
        texts.forEach((file, text) -> {
            if (file.endsWith(RuleFiles.ENDING)) {
                guarded(file, text, () -> ruleNode(file, text)).ifPresent(rule -> nodes.put(rule.id(), rule.node()));
            }
        });
        String text = texts.getOrDefault(RuleFiles.PROGRAM, "");
        Optional<ObjectNode> whole = guarded(RuleFiles.PROGRAM, text, () -> programNode(text));
        if (whole.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<RuleProgram> read = guarded(RuleFiles.PROGRAM, text, () -> ordered(whole.get(), nodes, text));
        return problems.isEmpty() ? read : Optional.empty();
    }

    /// What the program file says it was written from; empty where it does not.
    String base() {
        return Json.read(text(RuleFiles.PROGRAM), RuleFiles.PROGRAM)
                .path("base")
                .asText("");
    }

    /// Empty where there is no file of tests.
    Optional<List<DecisionTest>> tests() {
        String text = texts.get(RuleFiles.TESTS);
        return text == null
                ? Optional.empty()
                : guarded(RuleFiles.TESTS, text, () -> DecisionTestJson.read(text, RuleFiles.TESTS));
    }

    private String text(String file) {
        return texts.getOrDefault(file, "");
    }

    private record RuleNode(RuleId id, JsonNode node) {}

    private RuleNode ruleNode(String file, String text) {
        ObjectNode node = object(file, text, RuleFiles.RULE_FORMAT);
        int version = node.path("version").asInt();
        node.remove(List.of("format", "version"));
        ObjectNode alone = Json.mapper().createObjectNode().put("format", version);
        alone.putArray("rules").add(node);
        Rule rule = RuleJson.read(alone, file).getFirst();
        if (!RuleFiles.name(rule.id()).equals(file)) {
            throw bad(file, text, "id", "the id is \"" + rule.id() + "\", but the file is called " + file);
        }
        return new RuleNode(rule.id(), node);
    }

    private ObjectNode programNode(String text) {
        if (text.isEmpty()) {
            throw bad(RuleFiles.PROGRAM, text, "", "there is no such file, which says the order of the rules");
        }
        ObjectNode node = object(RuleFiles.PROGRAM, text, RuleFiles.PROGRAM_FORMAT);
        if (!node.path("order").isArray()) {
            throw bad(RuleFiles.PROGRAM, text, "order", "the list \"order\" is missing");
        }
        return node;
    }

    private RuleProgram ordered(ObjectNode node, Map<RuleId, JsonNode> rules, String text) {
        Map<RuleId, JsonNode> left = new LinkedHashMap<>(rules);
        ObjectNode whole = node.deepCopy();
        whole.put("format", node.path("version").asInt());
        whole.remove(List.of("version", "base", "order"));
        ArrayNode array = whole.putArray("rules");
        for (JsonNode id : node.path("order")) {
            JsonNode rule = id.asText().matches("[a-z0-9][a-z0-9-]*") ? left.remove(new RuleId(id.asText())) : null;
            if (rule == null) {
                throw bad(
                        RuleFiles.PROGRAM,
                        text,
                        id.asText(),
                        "\"" + id.asText() + "\" is in the order twice, or has no file " + id.asText()
                                + RuleFiles.ENDING);
            }
            array.add(rule);
        }
        if (!left.isEmpty()) {
            String missing = left.keySet().iterator().next().value();
            throw bad(
                    RuleFiles.PROGRAM,
                    text,
                    "order",
                    "the file " + missing + RuleFiles.ENDING + " is not in the order");
        }
        return RuleJson.program(Json.write(whole), RuleFiles.PROGRAM);
    }

    private static ObjectNode object(String file, String text, String format) {
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            throw problem(file, text, conflict.start(), "Git has left a conflict here", "Keep one of the two sides.");
        }
        JsonNode node = Json.read(text, file);
        if (!(node instanceof ObjectNode object)
                || !format.equals(node.path("format").asText())) {
            throw bad(file, text, "format", "it does not say \"format\" : \"" + format + "\"");
        }
        int version = node.path("version").asInt();
        if (version < 1 || version > RuleJson.FORMAT) {
            throw bad(file, text, "version", "its version is not known here; a newer Attune wrote it");
        }
        return object;
    }

    private <T> Optional<T> guarded(String file, String text, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ProblemException e) {
            problems.add(placed(file, text, e.problem()));
            return Optional.empty();
        }
    }

    /// With line and column: those of the first word in quotes that the file has, unless the problem says them itself.
    private static Problem placed(String file, String text, Problem problem) {
        if (problem.message().contains("line ")) {
            return problem;
        }
        Matcher quoted = QUOTED.matcher(problem.message());
        int at = 0;
        while (at == 0 && quoted.find()) {
            at = Math.max(0, text.indexOf("\"" + quoted.group(1) + "\""));
        }
        return new Problem("rules.file-unreadable", place(file, text, at) + ": " + problem.message(), problem.remedy());
    }

    /// At the first place where the word stands in quotes.
    private static ProblemException bad(String file, String text, String word, String why) {
        int at = word.isEmpty() ? 0 : Math.max(0, text.indexOf("\"" + word + "\""));
        return problem(file, text, at, why, "Correct it there, or move the file away and export again.");
    }

    private static ProblemException problem(String file, String text, int at, String why, String remedy) {
        return ProblemException.of("rules.file-unreadable", place(file, text, at) + ": " + why + ".", remedy);
    }

    /// Of a rule's field, for problems that are found after reading.
    static Problem ofField(String file, String text, String field, Problem problem) {
        int at = Math.max(0, text.indexOf("\"" + field + "\""));
        return new Problem(problem.code(), place(file, text, at) + ": " + problem.message(), problem.remedy());
    }

    /// "a.rule.json, line 3, column 5".
    private static String place(String file, String text, int at) {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        int column = at - before.lastIndexOf('\n');
        return shortened(file) + ", line " + line + ", column " + column;
    }

    private static String shortened(String file) {
        return file.length() <= LONGEST ? file : file.substring(0, LONGEST) + "…";
    }
}
