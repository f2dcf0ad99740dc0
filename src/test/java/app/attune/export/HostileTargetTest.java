package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.decider.ServerProfile;
import app.attune.export.flagd.FlagdTarget;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.RuleTarget;
import app.attune.export.growthbook.GrowthBookTarget;
import app.attune.export.unleash.UnleashTarget;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Names and values that mean something elsewhere stay names and values in every target, or are refused.
final class HostileTargetTest {
    /// Whose names are made and whose texts are written in signs of their own.
    private static final Set<String> CODED = Set.of("sql", "unomi");

    private static FlagPlan plan(String attribute, String comparison, String value) {
        ObjectNode segments = Json.mapper().createObjectNode();
        segments.withArray("attributes").addObject().put("name", attribute).put("kind", "text");
        ObjectNode segment =
                segments.withArray("segments").addObject().put("id", "s").put("name", value);
        segment.putObject("condition")
                .put("attribute", attribute)
                .put("comparison", comparison)
                .putArray("values")
                .add(value);
        return FlagReader.read(Json.write(segments), Json.write(rules(value)));
    }

    private static ObjectNode rules(String word) {
        ObjectNode rules = Json.mapper().createObjectNode();
        rules.putObject("decision")
                .putObject("consent")
                .put("attribute", "consent")
                .put("granted", "GRANTED")
                .put("missing", "refused");
        ObjectNode rule = rules.withArray("rules").addObject().put("id", "r").put("name", word);
        rule.put("segment", "s").put("status", "active").put("intent", word);
        rule.putObject("then").put("do", "offer").put("code", word).put("text", word);
        return rules;
    }

    /// Every text of a file, and the shape of all that is not text.
    private static List<String> texts(JsonNode node, List<String> into) {
        if (node.isTextual() && node.textValue().startsWith("{\"rule\"")) {
            texts(Json.read(node.textValue(), "payload"), into);
        } else if (node.isValueNode()) {
            into.add(node.isTextual() ? node.textValue() : node.getNodeType() + " " + node);
        } else {
            into.add(node.getNodeType() + " of " + node.size());
            node.properties().forEach(entry -> {
                into.add(entry.getKey());
                texts(entry.getValue(), into);
            });
            node.elements().forEachRemaining(part -> {
                if (node.isArray()) {
                    texts(part, into);
                }
            });
        }
        return into;
    }

    @Test
    void hostileValuesAreWrittenAsTheTextsTheyAre() {
        for (String hostile : HostileSegments.HOSTILE) {
            String plain = hostile.contains("$") || Json.write(hostile).contains("\\") ? "p$ain" : "plain";
            for (RuleTarget target : FlagsOfTargets.read()) {
                FlagPlan plan = plan("country", "is", hostile);
                if (CODED.contains(target.name())) {
                    continue;
                }
                if (target.name().equals("unleash") && !hostile.equals(hostile.strip())) {
                    continue;
                }
                assertEquals(List.of(), target.findings(plan), hostile);
                String file = FlagsOfTargets.file(target.name());
                JsonNode got = Json.read(target.files(plan).getOrDefault(file, ""), "got");
                JsonNode expected =
                        Json.read(target.files(plan("country", "is", plain)).getOrDefault(file, ""), "expected");
                assertEquals(
                        texts(expected, new ArrayList<>()),
                        texts(got, new ArrayList<>()).stream()
                                .map(text -> text.equals(hostile) ? plain : text)
                                .toList(),
                        target.name());
            }
        }
    }

    @Test
    void hostileValuesMatchThemselvesOnly() {
        for (String comparison : List.of("is", "contains", "starts-with")) {
            for (String hostile : HostileSegments.HOSTILE) {
                FlagPlan plan = plan("odd \"name\" $ref {{x}}", comparison, hostile);
                for (RuleTarget target : FlagsOfTargets.read()) {
                    if (target.findings(plan).isEmpty()) {
                        String text = target.files(plan).getOrDefault(FlagsOfTargets.file(target.name()), "");
                        FlagsOfTargets flags = FlagsOfTargets.of(target.name(), text, plan);
                        assertEquals(
                                "s", flags.arm(plan.flags().getFirst(), profile(hostile)), target.name() + hostile);
                        assertEquals("", flags.arm(plan.flags().getFirst(), profile("~")), target.name() + hostile);
                    }
                }
            }
        }
    }

    private static ServerProfile profile(String value) {
        return new ServerProfile(Map.of("odd \"name\" $ref {{x}}", value), Map.of(), Map.of());
    }

    @Test
    void namesThatEnginesTakeForSomethingElseAreRefused() {
        for (String name : List.of("", "a.b", "__proto__", "constructor", "toString")) {
            FlagPlan plan = plan(name, "is", "DE");
            for (RuleTarget target : RuleTargets.all()) {
                List<Problem> findings = target.findings(plan);
                boolean taken = CODED.contains(target.name())
                        || List.of("unleash", "dmn", "drl").contains(target.name());
                assertEquals(taken, findings.isEmpty(), target.name() + " " + name);
                if (!findings.isEmpty()) {
                    assertEquals("export.target-row", findings.getFirst().code());
                    assertThrows(ProblemException.class, () -> target.files(plan));
                }
            }
        }
        String message =
                new FlagdTarget().findings(plan("a.b", "is", "DE")).getLast().message();
        assertEquals(
                "flagd can't express the rule DE, row 1 (a.b): the name \"a.b\" is a path there, as it is empty or has"
                        + " a dot.",
                message);
    }

    @Test
    void whatRulesSayBeyondFlagsIsRefused() {
        ObjectNode rules = rules("VIP");
        ((ObjectNode) rules.path("rules").path(0)).putObject("schedule").put("from", "2026-11-01");
        FlagPlan plan = FlagReader.read(
                "{\"attributes\":[],\"segments\":[{\"id\":\"s\",\"condition\":{\"all\":[]}}]}", Json.write(rules));
        for (RuleTarget target : RuleTargets.all()) {
            Problem finding = target.findings(plan).getFirst();
            assertEquals(
                    target.name() + " can't express the rule VIP: flags have nothing for when it runs (\"schedule\").",
                    finding.message());
        }
    }

    @Test
    void evaluatorsOfFlagdCanBePutInPlaceAsFlagdDoes() {
        for (long seed : List.of(21L, 22L, 23L)) {
            WrittenBundle bundle = new HostileSegments(seed).bundle(30);
            FlagPlan plan = FlagReader.read(
                    bundle.files().getOrDefault("segments.json", ""),
                    bundle.files().getOrDefault("rules.json", ""));
            JsonNode file = Json.read(new FlagdTarget().files(plan).getOrDefault(FlagdTarget.FILE, ""), "flags");
            String flags = Json.write(file.path("flags"));
            int put = 0;
            for (Map.Entry<String, JsonNode> evaluator :
                    file.path("$evaluators").properties()) {
                String text = Json.write(evaluator.getValue());
                String bare = text.substring(1, text.length() - 1);
                String before = flags;
                flags = Pattern.compile("\"\\$ref\":(\\s)*\"" + evaluator.getKey() + "\"")
                        .matcher(flags)
                        .replaceAll(bare);
                put += before.equals(flags) ? 0 : 1;
            }
            assertTrue(put >= 5, "put in place " + put);
            assertEquals(referred(file.path("flags"), file), Json.read(flags, "flags"));
        }
    }

    private static JsonNode referred(JsonNode node, JsonNode file) {
        if (node.has("$ref")) {
            return file.path("$evaluators").path(node.path("$ref").asText());
        }
        if (node.isObject()) {
            ObjectNode object = Json.mapper().createObjectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), referred(entry.getValue(), file)));
            return object;
        }
        if (node.isArray()) {
            var list = Json.mapper().createArrayNode();
            node.forEach(part -> list.add(referred(part, file)));
            return list;
        }
        return node;
    }

    @Test
    void nobodyIsNeverWrittenAsNoCondition() {
        String nobody = "{\"attributes\":[],\"segments\":[{\"id\":\"s\",\"condition\":{\"any\":[]}}]}";
        FlagPlan plan = FlagReader.read(nobody, Json.write(rules("VIP")));
        JsonNode growthBook =
                Json.read(new GrowthBookTarget().files(plan).getOrDefault(GrowthBookTarget.FILE, ""), "f");
        assertTrue(growthBook.path("features").path("segment-s").path("rules").isEmpty());
        JsonNode unleash = Json.read(new UnleashTarget().files(plan).getOrDefault(UnleashTarget.FILE, ""), "f");
        assertFalse(unleash.path("features").path(0).path("enabled").asBoolean(true));
    }

    @Test
    void whatUnleashWouldRoundIsRefused() {
        assertTrue(refusal(new UnleashTarget(), plan("country", "is", " DE")).contains("clients cut blanks"));
        assertTrue(refusal(RuleTargets.named("jsonlogic"), plan("country", "starts-with", "\uD83D\uDE00"))
                .contains("cut otherwise by some engines"));
        StringBuilder many = new StringBuilder(
                "{\"attributes\":[{\"name\":\"a\",\"kind\":\"number\"}],\"segments\":[{\"id\":\"s\",");
        many.append("\"condition\":{\"attribute\":\"a\",\"comparison\":\"is\",\"values\":[0");
        for (int i = 1; i < 40; i++) {
            many.append(",").append(i);
        }
        FlagPlan plan = FlagReader.read(many + "]}}]}", Json.write(rules("VIP")));
        assertTrue(refusal(new UnleashTarget(), plan).contains("more than 30 strategies"));
    }

    private static String refusal(RuleTarget target, FlagPlan plan) {
        return assertThrows(ProblemException.class, () -> target.files(plan))
                .problem()
                .message();
    }

    @Test
    void everyFieldThatIsAskedForIsInTheContextFile() {
        FlagPlan plan = plan("country", "is", "DE");
        for (RuleTarget target : RuleTargets.all()) {
            JsonNode context = Json.read(target.files(plan).getOrDefault("context.json", ""), "context");
            TreeSet<String> paths = new TreeSet<>();
            context.path("fields").forEach(field -> paths.add(field.path("path").asText()));
            assertEquals(new TreeSet<>(List.of("attributes.consent", "attributes.country")), paths);
        }
    }

    @Test
    void aTargetThatIsNotKnownIsAnsweredWithThoseThatAre() {
        Problem problem = assertThrows(ProblemException.class, () -> RuleTargets.named("flagdd"))
                .problem();
        assertEquals("export.unknown-target", problem.code());
        assertEquals("Did you mean \"flagd\"?", problem.remedy());
    }
}
