package app.attune.rules.matrix;

import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.profiles.Population;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.Treatment;
import app.attune.rules.matrix.PairVerdict.Relation;
import app.attune.rules.matrix.RandomTables.Column;
import app.attune.rules.matrix.RandomTables.Table;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/// Compares what the matrix says of table-shaped rules with what KIE's analyser of decision tables does.
///
/// A program and no test, as the analyser is not on the class path of tests: its arguments are the folder of the
/// engines' jars, a folder to write to, and how many tables.
public final class TableProof {
    private static final String MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static final String[] VALUES = {"a", "b", "c"};

    private final Population population = Grid.population();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    private TableProof() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<Table> tables = new ArrayList<>();
        for (int seed = 0; seed < Integer.parseInt(arguments[2]); seed++) {
            tables.add(new RandomTables(new SplittableRandom(seed)).next());
        }
        List<String> answers = analysed(Path.of(arguments[0]), folder, tables);
        System.out.println(answers.getFirst());
        TableProof proof = new TableProof();
        for (int at = 0; at < tables.size(); at++) {
            proof.compare(at, tables.get(at), Json.read(answers.get(at + 1), "answer"));
        }
        proof.counts.forEach((what, count) -> System.out.println(count + " " + what));
        proof.examples.forEach(System.out::println);
        System.exit(proof.examples.isEmpty() ? 0 : 1);
    }

    private static List<String> analysed(Path engines, Path folder, List<Table> tables)
            throws IOException, InterruptedException {
        Path given = folder.resolve("tables.jsonl");
        Path said = folder.resolve("analyses.jsonl");
        List<String> lines = new ArrayList<>();
        for (Table table : tables) {
            lines.add(Json.write(Json.mapper().createObjectNode().put("dmn", model(table))));
        }
        Files.write(given, lines);
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        engines + "/*",
                        "app.attune.engines.AnalyserRunner")
                .redirectInput(given.toFile())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start()
                .waitFor();
        return Files.readAllLines(said);
    }

    /// Twice the same rows: with an outcome of their own each, the first the strongest, and all with the same.
    private static String model(Table table) {
        StringBuilder xml =
                new StringBuilder("<definitions xmlns=\"" + MODEL + "\" id=\"d\" name=\"d\" namespace=\"u\">");
        for (Column column : table.columns()) {
            xml.append("<inputData id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>"
                    .formatted(column.input(), column.type()));
        }
        decision(table, "first", "PRIORITY", xml);
        decision(table, "same", "ANY", xml);
        return xml.append("</definitions>").toString();
    }

    private static void decision(Table table, String name, String policy, StringBuilder xml) {
        xml.append("<decision id=\"%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"string\"/>".formatted(name));
        for (Column column : table.columns()) {
            xml.append("<informationRequirement><requiredInput href=\"#").append(column.input());
            xml.append("\"/></informationRequirement>");
        }
        xml.append("<decisionTable hitPolicy=\"").append(policy).append("\">");
        for (Column column : table.columns()) {
            xml.append("<input><inputExpression typeRef=\"")
                    .append(column.type())
                    .append("\"><text>");
            xml.append(column.input()).append("</text></inputExpression>");
            xml.append(column.isNumber() ? "" : "<inputValues><text>" + quoted(VALUES) + "</text></inputValues>");
            xml.append("</input>");
        }
        String[] outcomes = new String[table.rows().size()];
        for (int at = 0; at < outcomes.length; at++) {
            outcomes[at] = name.equals("first") ? "r" + at : "x";
        }
        String[] known = name.equals("first") ? outcomes : new String[] {"x"};
        xml.append("<output><outputValues><text>").append(quoted(known)).append("</text></outputValues></output>");
        for (int at = 0; at < outcomes.length; at++) {
            xml.append("<rule>");
            table.rows()
                    .get(at)
                    .forEach(cell -> xml.append("<inputEntry><text>")
                            .append(cell.feel().replace("<", "&lt;"))
                            .append("</text></inputEntry>"));
            xml.append("<outputEntry><text>").append(quoted(outcomes[at])).append("</text></outputEntry></rule>");
        }
        xml.append("</decisionTable></decision>");
    }

    private static String quoted(String... texts) {
        return "\"" + String.join("\",\"", texts) + "\"";
    }

    private DecisionMatrix matrix(Table table) {
        Map<Rule, Condition> rules = new LinkedHashMap<>();
        for (int at = 0; at < table.rows().size(); at++) {
            rules.put(rule(at), RandomTables.condition(table.rows().get(at)));
        }
        rules.put(rule(table.rows().size()), RandomTables.outside(table));
        List<SegmentDefinition> segments = new ArrayList<>();
        rules.forEach(
                (rule, condition) -> segments.add(MatrixAgainstBruteForceTest.segment(rule.segment(), condition)));
        RuleBasis basis = new RuleBasis(
                new RoaringBitmap(),
                segments,
                Map.of(),
                new RoaringBitmap(),
                new MatrixAgainstBruteForceTest.FewItems(),
                Set.of());
        return MatrixMaker.of(
                List.copyOf(rules.keySet()), new MatrixBasis(basis, population, Grid.AS_OF), Progress.none());
    }

    private static Rule rule(int at) {
        return new Rule(
                id(at),
                "R" + at,
                new SegmentId("s" + at),
                new Treatment.Recommend("model-" + at),
                Rule.Status.ACTIVE,
                "");
    }

    private static RuleId id(int at) {
        return new RuleId("r" + at);
    }

    private void compare(int seed, Table table, JsonNode answer) {
        count("tables");
        if (answer.path("tables").size() != 2) {
            agree(seed, "tables analysed", List.of(), List.of(answer.toString()), table);
            return;
        }
        JsonNode first = answer.path("tables").path(0);
        JsonNode same = answer.path("tables").path(1);
        DecisionMatrix matrix = matrix(table);
        boolean gap = matrix.findings().stream().anyMatch(finding -> finding.type() == MatrixFinding.Type.GAP);
        agree(seed, "gap", gap, first.path("gaps").intValue() > 0, table);
        Set<String> both = new TreeSet<>();
        first.path("overlaps")
                .forEach(overlap -> overlap.forEach(one -> overlap.forEach(other -> {
                    if (one.intValue() < other.intValue()) {
                        both.add(one + "," + other);
                    }
                })));
        Set<String> masked = pairs(first.path("masked"));
        Set<String> subsumed = pairs(same.path("subsumed"));
        for (int one = 0; one < table.rows().size(); one++) {
            for (int other = one + 1; other < table.rows().size(); other++) {
                Relation relation =
                        matrix.pair(id(one), id(other)).orElseThrow().relation();
                String pair = (one + 1) + "," + (other + 1);
                String turned = (other + 1) + "," + (one + 1);
                boolean around = relation == Relation.CONTAINS || relation == Relation.EQUAL;
                boolean inside = relation == Relation.CONTAINED_IN || relation == Relation.EQUAL;
                agree(seed, "overlap", relation != Relation.DISJOINT, both.contains(pair), table);
                agree(seed, "later rule masked by an earlier", around, masked.contains(turned), table);
                agree(seed, "rule subsumed by a later", inside, subsumed.contains(pair), table);
                agree(seed, "rule subsumed by an earlier", around, subsumed.contains(turned), table);
            }
        }
        shadowed(matrix, table, masked);
    }

    /// The analyser looks at two rules at a time; several together can leave a rule nothing as well.
    private void shadowed(DecisionMatrix matrix, Table table, Set<String> masked) {
        for (int at = 0; at < table.rows().size(); at++) {
            RuleId rule = id(at);
            boolean never = matrix.about(rule).stream()
                    .anyMatch(finding -> finding.type() == MatrixFinding.Type.SHADOWED
                            && finding.rules().getFirst().equals(rule));
            String start = (at + 1) + ",";
            boolean alone = masked.stream().anyMatch(pair -> pair.startsWith(start));
            count("rules, shadowed for the matrix " + never + ", masked by one rule for KIE " + alone);
        }
    }

    private static Set<String> pairs(JsonNode list) {
        Set<String> pairs = new TreeSet<>();
        list.forEach(pair -> pairs.add(pair.path(0) + "," + pair.path(1)));
        return pairs;
    }

    private void agree(int seed, String what, Object ours, Object theirs, Table table) {
        count(what + ": " + (ours.equals(theirs) ? "both say " + ours : "matrix " + ours + ", KIE " + theirs));
        if (!ours.equals(theirs) && examples.size() < 20) {
            examples.add("seed " + seed + ", " + what + ": matrix " + ours + ", KIE " + theirs + ", rows "
                    + table.rows().stream()
                            .map(row ->
                                    row.stream().map(RandomTables.Cell::feel).toList())
                            .toList());
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
