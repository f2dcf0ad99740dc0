package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.export.dmn.DmnTarget;
import app.attune.export.drl.DrlTarget;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.RuleTarget;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Decision models and rules of Drools have the shape their engines ask for, whatever names and values say. What they
/// decide is proved by their engines, in [EngineProof].
final class EngineFilesTest {
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");

    private static FlagPlan plan(String condition) {
        return plan(condition, "Buyers", "VIP");
    }

    private static FlagPlan plan(String condition, String segment, String rule) {
        ObjectNode segments = Json.mapper().createObjectNode();
        segments.set(
                "attributes",
                Json.read(
                        "[{\"name\":\"country\",\"kind\":\"text\"},{\"name\":\"age\",\"kind\":\"number\"},"
                                + "{\"name\":\"signup\",\"kind\":\"date\"},{\"name\":\"consent\",\"kind\":\"text\"}]",
                        "attributes"));
        ObjectNode node =
                segments.withArray("segments").addObject().put("id", "s").put("name", segment);
        node.set("condition", Json.read(condition, "condition"));
        ObjectNode rules = Json.mapper().createObjectNode();
        rules.putObject("decision")
                .putObject("consent")
                .put("attribute", "consent")
                .put("granted", "X")
                .put("missing", "refused");
        for (String id : List.of("r-1", "r-2")) {
            ObjectNode one = rules.withArray("rules").addObject().put("id", id).put("name", rule);
            one.put("segment", "s").put("status", "active");
            one.putObject("then").put("do", "offer").put("code", rule).put("text", "");
        }
        return FlagReader.read(Json.write(segments), Json.write(rules));
    }

    private static String row(String attribute, String comparison, String values) {
        return "{\"attribute\":\"" + attribute + "\",\"comparison\":\"" + comparison + "\",\"values\":[" + values
                + "]}";
    }

    private static String text(String value) {
        return Json.write(Json.mapper().getNodeFactory().textNode(value));
    }

    private static String file(RuleTarget target, FlagPlan plan) {
        return target.files(plan).getOrDefault(FlagsOfTargets.file(target.name()), "");
    }

    private static Document model(FlagPlan plan) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(file(new DmnTarget(), plan))));
    }

    private static List<Element> elements(Document model, String name) {
        NodeList nodes = model.getElementsByTagNameNS("https://www.omg.org/spec/DMN/20230324/MODEL/", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String expression(Document model, String id) {
        return elements(model, "decision").stream()
                .filter(decision -> decision.getAttribute("id").equals(id))
                .map(decision -> decision.getTextContent().strip())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decisionModelsReferToWhatIsThereAndNameItOnce() throws Exception {
        for (long seed : List.of(31L, 32L, 33L)) {
            WrittenBundle bundle = new HostileSegments(seed).bundle(30);
            Document model = model(FlagReader.read(
                    bundle.files().getOrDefault("segments.json", ""),
                    bundle.files().getOrDefault("rules.json", "")));
            Set<String> ids = new HashSet<>();
            for (String name : List.of("inputData", "decision")) {
                for (Element element : elements(model, name)) {
                    assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
                    assertTrue(element.getAttribute("name").matches("[a-z]\\w*"), element.getAttribute("name"));
                }
            }
            for (String name : List.of("requiredInput", "requiredDecision")) {
                for (Element element : elements(model, name)) {
                    assertTrue(ids.contains(element.getAttribute("href").substring(1)), element.getAttribute("href"));
                }
            }
            assertTrue(ids.size() > 50, "decisions " + ids.size());
        }
    }

    @Test
    void aFieldAskedForAsTwoKindsHasTwoDecisions() throws Exception {
        Document model = model(plan(row("consent", "is", "\"yes\"")));
        assertEquals(
                "if get value(attributes, \"consent\") instance of string then get value(attributes, \"consent\")"
                        + " else null",
                expression(model, "attributes_consent"));
        assertEquals("get value(attributes, \"consent\")", expression(model, "any_attributes_consent"));
    }

    @Test
    void everyRowOfADecisionModelAsksForAValueFirst() throws Exception {
        assertEquals(
                "(attributes_age != null and attributes_age >= 30.5) and (not(attributes_country != null and"
                        + " list contains([\"DE\", \"\\u00e9\"], attributes_country))) and (attributes_signup != null"
                        + " and attributes_signup < 1792281600000)",
                expression(
                        model(plan("{\"all\":[" + row("age", "at-least", "30.5") + ",{\"none\":["
                                + row("country", "is", "\"DE\",\"\u00e9\"") + "]},"
                                + row("signup", "less-than", "\"2026-10-18T00:00:00Z\"") + "]}")),
                        "segment-s"));
    }

    @Test
    void theFirstRuleOfADecisionTableWins() throws Exception {
        Document model = model(plan("{\"all\":[]}"));
        Element table = elements(model, "decisionTable").getFirst();
        assertEquals("FIRST", table.getAttribute("hitPolicy"));
        List<String> cells = elements(model, "rule").stream()
                .map(rule -> rule.getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
        assertEquals("true - \"r-1\" VIP", cells.getFirst().substring(0, 16));
        assertEquals("- true \"r-2\" VIP", cells.getLast().substring(0, 16));
    }

    @Test
    void namesThatXmlCannotHaveAreShownByTheirNumbers() throws Exception {
        Document model = model(plan("{\"all\":[]}", "a\u0000<\n\u202e&\uD83D\uDE00", "]]>\"\u0007"));
        List<String> labels = elements(model, "decision").stream()
                .map(decision -> decision.getAttribute("label"))
                .toList();
        assertTrue(labels.contains("a\\u0000<\\u000a\\u202e&\uD83D\uDE00"), labels.toString());
        assertTrue(labels.contains("]]>\"\\u0007"), labels.toString());
    }

    /// The file with every literal left out, and comments and what only people read.
    private static String bones(String file) {
        return LITERAL.matcher(file.replaceAll("(?m)^//.*$", "")
                        .replaceAll("label=\"[^\"]*\"", "")
                        .replaceAll("(?s)<annotationEntry>.*?</annotationEntry>", ""))
                .replaceAll("LITERAL");
    }

    @Test
    void hostileNamesAndValuesChangeLiteralsOnly() {
        for (RuleTarget target : List.of(new DmnTarget(), new DrlTarget())) {
            for (String comparison : List.of("is", "contains", "starts-with")) {
                String plain = bones(file(target, plan(row("country", comparison, "\"DE\""))));
                for (String hostile : hostile()) {
                    FlagPlan plan = plan(row("country", comparison, text(hostile)), hostile, hostile);
                    String file = file(target, plan);
                    assertEquals(plain, bones(file), target.name() + " " + hostile);
                    assertTrue(
                            bones(file).chars().allMatch(letter -> letter == '\n' || (letter >= ' ' && letter <= '~')),
                            target.name());
                }
            }
        }
    }

    private static List<String> hostile() {
        List<String> hostile = new ArrayList<>(HostileSegments.HOSTILE);
        hostile.add("\") || true || value.contains(\"");
        hostile.add("\\\") or true or (\"");
        hostile.add("\\u0022); insert(new Decision(\\u0022offer\\u0022, \\u0022r-2\\u0022)); //");
        hostile.add("*/ end\nrule \"mine\" when then System.exit(1); end /*");
        hostile.add("]]></text><!-- & \u2028 &#10;");
        return hostile;
    }

    @Test
    void literalsOfDroolsAreWhatJavaReads() {
        for (String hostile : hostile()) {
            String file = file(new DrlTarget(), plan(row("country", "is", text(hostile))));
            String literal = LITERAL.matcher(file)
                    .results()
                    .map(found -> found.group())
                    .filter(found -> read(found).equals(hostile))
                    .findFirst()
                    .orElse("");
            assertFalse(literal.isEmpty(), hostile);
            String escapes = literal.replace("\\\\", "");
            assertFalse(escapes.contains("\\u000a") || escapes.contains("\\u0022") || escapes.contains("\\u005c"));
        }
    }

    /// JSON reads the few escapes that are written as Java does.
    private static String read(String literal) {
        JsonNode node = Json.read("[" + literal + "]", "literal");
        return node.path(0).textValue();
    }

    @Test
    void rulesOfDroolsAreNamedOnceAndDecideInOrder() {
        WrittenBundle bundle = new HostileSegments(31).bundle(30);
        String file = file(
                new DrlTarget(),
                FlagReader.read(
                        bundle.files().getOrDefault("segments.json", ""),
                        bundle.files().getOrDefault("rules.json", "")));
        List<String> names = Pattern.compile("(?m)^rule \"(.*)\"$")
                .matcher(file)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        assertTrue(file.contains("""
                rule "decide offer 2"
                    salience -2
                when
                    exists Holds(node == "rule-r3")
                    not Decision(flag == "offer")
                then
                    insert(new Decision("offer", "r3"));
                end
                """));
    }

    @Test
    void bothZerosAreOneForDrools() {
        FlagPlan plan = plan("{\"all\":[" + row("age", "is", "0") + "," + row("age", "at-least", "0") + ","
                + row("age", "at-most", "-0.0") + "]}");
        String file = file(new DrlTarget(), plan);
        assertTrue(file.contains("value == 0.0 || value == -0.0"));
        assertTrue(file.contains("value >= -0.0"));
        assertTrue(file.contains("value <= 0.0"));
    }

    @Test
    void textsThatDroolsCannotCompileAreRefused() {
        FlagPlan plan = plan(row("country", "is", text("\u20ac".repeat(22_000))));
        assertEquals(
                "drl can't express the segment Buyers, row 1 (country): a name or text is longer than 65535 bytes, which"
                        + " Drools can't compile.",
                new DrlTarget().findings(plan).getFirst().message());
        assertTrue(new DmnTarget().findings(plan).isEmpty());
    }
}
