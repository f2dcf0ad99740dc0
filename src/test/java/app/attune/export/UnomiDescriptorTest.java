package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.unomi.UnomiTarget;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Segments for Unomi have the structure of its own ones, and their conditions fit the descriptors of condition types
/// that Unomi comes with.
@Tag("conformance")
final class UnomiDescriptorTest {
    private static final Path UNOMI =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data/conformance/unomi");

    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");
    private static final Pattern PROPERTY = Pattern.compile("properties\\.[a-z][a-z0-9_]*");

    /// Operators of `comparisonOperator` by the parameter that holds what is compared with; Unomi's manual, conditions.
    private static final Map<String, Set<String>> OPERATORS = Map.of(
            "propertyValue",
            Set.of(
                    "equals",
                    "notEquals",
                    "lessThan",
                    "greaterThan",
                    "lessThanOrEqualTo",
                    "greaterThanOrEqualTo",
                    "contains",
                    "notContains",
                    "startsWith",
                    "endsWith",
                    "matchesRegex"),
            "propertyValues",
            Set.of("in", "notIn", "all", "inContains", "hasSomeOf", "hasNoneOf", "between"),
            "",
            Set.of("exists", "missing"));

    private static final Map<String, JsonNode> TYPES = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    @BeforeAll
    static void descriptors() throws IOException {
        try (Stream<Path> files = Files.walk(UNOMI.resolve("plugins"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*/cxs/conditions/[^/]*\\.json"))
                    .toList()) {
                JsonNode type = Json.read(Files.readString(file), file.toString());
                TYPES.put(type.at("/metadata/id").asText(), type);
            }
        }
        assertTrue(TYPES.size() > 20, () -> TYPES.keySet().toString());
    }

    @Test
    void everySegmentIsAsUnomiDescribesIt() {
        for (long seed : List.of(17L, 18L, 19L)) {
            FlagPlan plan = FlagsOfBundle.of(new HostileSegments(seed).bundle(30), folder.resolve("b" + seed))
                    .plan();
            JsonNode segments = segments(plan);
            Set<String> ids = new HashSet<>();
            segments.forEach(segment -> check(segment, ids));
            assertEquals(segments.size(), ids.size(), "ids differ");
            Set<String> names = new HashSet<>();
            segments.forEach(segment -> names.add(segment.at("/metadata/name").asText()));
            plan.flags().stream()
                    .flatMap(flag -> flag.arms().stream())
                    .map(Arm::name)
                    .forEach(name -> assertTrue(names.contains(name), () -> "is there as it is: " + name));
        }
        assertEquals(List.of(), problems);
        assertEquals(
                Set.of(
                        "booleanCondition and",
                        "booleanCondition or",
                        "matchAllCondition",
                        "notCondition",
                        "contains",
                        "exists",
                        "greaterThan",
                        "greaterThanOrEqualTo",
                        "in",
                        "lessThan",
                        "lessThanOrEqualTo",
                        "startsWith"),
                used);
    }

    private static JsonNode segments(FlagPlan plan) {
        return Json.read(new UnomiTarget().files(plan).getOrDefault(UnomiTarget.FILE, ""), UnomiTarget.FILE);
    }

    /// As `segment_valid.json` of Unomi's own tests has it: the id of the metadata is the item's.
    private void check(JsonNode segment, Set<String> ids) {
        JsonNode metadata = segment.path("metadata");
        String id = metadata.path("id").asText();
        ids.add(id);
        if (!names(segment).equals(Set.of("metadata", "condition"))
                || !names(metadata).equals(Set.of("id", "name", "scope", "enabled"))
                || !ID.matcher(id).matches()
                || !metadata.path("name").isTextual()
                || !metadata.path("scope").asText().equals("systemscope")
                || !metadata.path("enabled").isBoolean()) {
            problems.add("metadata " + metadata);
        }
        condition(segment.path("condition"), id);
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void condition(JsonNode condition, String place) {
        String type = condition.path("type").asText();
        JsonNode values = condition.path("parameterValues");
        JsonNode descriptor = TYPES.get(type);
        if (descriptor == null || !values.isObject() || !names(condition).equals(Set.of("type", "parameterValues"))) {
            problems.add(place + ": no condition " + condition);
            return;
        }
        Set<String> unknown = names(values);
        Map<String, Integer> exclusive = new HashMap<>();
        for (JsonNode parameter : descriptor.path("parameters")) {
            String id = parameter.path("id").asText();
            unknown.remove(id);
            JsonNode validation = parameter.path("validation");
            if (values.has(id)) {
                parameter(parameter, values.path(id), place + "/" + type + "/" + id);
                exclusive.merge(validation.path("exclusiveGroup").asText(id), 1, Integer::sum);
            } else if (validation.path("required").asBoolean()) {
                problems.add(place + ": " + type + " needs " + id);
            }
        }
        if (!unknown.isEmpty() || exclusive.values().stream().anyMatch(count -> count > 1)) {
            problems.add(place + ": " + type + " has " + names(values));
        }
        if (values.has("comparisonOperator")) {
            comparison(values, place);
        } else {
            used.add((type + " " + values.path("operator").asText()).strip());
        }
    }

    private void parameter(JsonNode parameter, JsonNode value, String place) {
        boolean isMany = parameter.path("multivalued").asBoolean();
        if (isMany != value.isArray() || (isMany && value.isEmpty())) {
            problems.add(place + ": one or many " + value);
        }
        for (JsonNode one : isMany ? value : List.of(value)) {
            if (parameter.path("type").asText().equals("Condition")) {
                condition(one, place);
            } else if (!one.isTextual()) {
                problems.add(place + ": no text " + one);
            }
        }
        JsonNode allowed = parameter.at("/validation/allowedValues");
        if (!allowed.isMissingNode() && !allowed.toString().contains(value.toString())) {
            problems.add(place + ": not allowed " + value);
        }
    }

    private void comparison(JsonNode values, String place) {
        String operator = values.path("comparisonOperator").asText();
        used.add(operator);
        String holds =
                values.has("propertyValue") ? "propertyValue" : values.has("propertyValues") ? "propertyValues" : "";
        if (!OPERATORS.getOrDefault(holds, Set.of()).contains(operator)
                || !PROPERTY.matcher(values.path("propertyName").asText()).matches()) {
            problems.add(place + ": " + values);
        }
    }

    /// What Unomi's own tests refuse is found, and so is what a slip in the writer would make.
    @Test
    void theCheckFindsWhatIsWrong() throws IOException {
        JsonNode wrong = Json.read(
                Files.readString(UNOMI.resolve("itests/src/test/resources/validation/segment_invalidCondition.json")),
                "segment");
        condition(wrong.path("condition"), "unknown type");
        for (String text : List.of(
                "{'type':'notCondition','parameterValues':{'subConditions':[]}}",
                "{'type':'booleanCondition','parameterValues':{'operator':'xor','subConditions':[]}}",
                "{'type':'profilePropertyCondition','parameterValues':{'propertyName':'properties.a',"
                        + "'comparisonOperator':'in','propertyValue':'x'}}",
                "{'type':'profilePropertyCondition','parameterValues':{'comparisonOperator':'exists'}}")) {
            int before = problems.size();
            condition(Json.read(text.replace('\'', '"'), "condition"), "slip");
            assertNotEquals(before, problems.size(), text);
        }
        check(Json.mapper().createObjectNode(), new HashSet<>());
        assertTrue(problems.getFirst().contains("fakeConditionId"), problems::toString);
        ObjectNode shouted = Json.mapper().createObjectNode();
        shouted.putObject("metadata").put("id", "A'B");
        int before = problems.size();
        check(shouted, new HashSet<>());
        assertTrue(problems.size() > before, problems::toString);
    }
}
