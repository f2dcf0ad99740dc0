package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.segments.text.ConditionText;
import app.attune.segments.text.TextForms;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What `attune segment` says of itself, of conditions as text and of missing values.
final class SegmentCommandTest extends ShopTest {
    @BeforeAll
    void saveWhatIsAskedFor() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
    }

    @Test
    void theConditionsOfTheHelpWorkAsPrinted() throws IOException {
        List<String> help = text("segment", "--help").lines().toList();
        Path germans = shop.write("from-germany.json", printed(help, "from-germany.json"));
        Path buyers = shop.write("recent-buyers.json", printed(help, "recent-buyers.json"));
        Path looked = shop.write("only-looked.txt", printed(help, "only-looked.txt"));
        for (Path file : List.of(germans, buyers, looked)) {
            String command = help.stream()
                    .filter(line -> line.contains("--condition " + file.getFileName()))
                    .findFirst()
                    .orElseThrow();
            String name = command.replaceAll(".* save \"?|\"? --condition.*", "");
            assertTrue(
                    text("segment", workspace, "save", name, "--condition", file)
                            .startsWith("Saved "),
                    command);
        }
        assertEquals(
                5,
                json("segment", workspace, "count", "from-germany")
                        .at("/0/users")
                        .asInt());
        assertEquals(
                7,
                json("segment", workspace, "count", "recent-buyers")
                        .at("/0/users")
                        .asInt());
    }

    @Test
    void aConditionPrintedAsTextSavesAsTheSameCondition() throws IOException {
        String printed = text("segment", workspace, "show", "germans", "--as", "text");
        assertEquals("country is \"DE\"", printed.strip());
        text("segment", workspace, "save", "As text", "--condition", shop.write("germans.txt", printed));
        assertEquals(
                json("segment", workspace, "show", "germans").get("condition"),
                json("segment", workspace, "show", "as-text").get("condition"));
        Ran refused = run(
                "segment", workspace, "save", "Odd", "--condition", shop.write("odd.txt", "all of\n  country iz DE\n"));
        assertTrue(refused.err().contains("line 2, column 11"), refused.err());
        assertTrue(refused.err().contains("Did you mean \"is\"?"), refused.err());
    }

    @Test
    void aSegmentInARowIsCalledByItsName() throws IOException {
        String in = "{\"format\":\"attune.condition\", \"version\":1, \"condition\":{\"segment\":\"the-germans\"}}";
        text("segment", workspace, "save", "The Germans", "--condition", shop.write("called.json", GERMANS));
        text("segment", workspace, "save", "Likes it", "--condition", shop.write("likes.json", GERMANS));
        text("segment", workspace, "save", "Likes it", "--condition", shop.write("in-called.json", in));
        String words = "ho are in the segment The Germans";
        for (String verb : List.of("list", "count", "show", "versions", "diff", "dropoff")) {
            String said = verb.equals("list")
                    ? text("segment", workspace, verb)
                    : text("segment", workspace, verb, "likes-it");
            assertTrue(said.contains(words), verb + ": " + said);
        }
        Path list = shop.write("likes.csv", "");
        JsonNode members = json("segment", workspace, "members", "likes-it", "--out", list);
        assertEquals("Users w" + words, members.at("/segment/condition").asText());
        assertEquals(
                "the-germans",
                json("segment", workspace, "show", "likes-it")
                        .at("/condition/segment")
                        .asText());
        assertEquals(
                "segment the-germans",
                text("segment", workspace, "show", "likes-it", "--as", "text").strip());
        assertTrue(text("segment", workspace, "save", "Likes it", "--condition", shop.write("again.json", in))
                .contains(words));
    }

    @Test
    void theTruthTableSaysWhatEachComparisonMakesOfAMissingValue() throws IOException {
        List<String> table = text("segment", workspace, "truth").lines().toList();
        assertTrue(table.contains("is missing    no                  yes             -"), table.toString());
        assertTrue(table.contains("is not        if it compares so   no              yes"), table.toString());
    }

    @Test
    void theGrammarListsEveryFormOfTextAndProblemsNameIt() throws IOException {
        List<String> lines = text("segment", workspace, "grammar").lines().toList();
        int form = lines.indexOf("  not followed by EVENTS within SPAN");
        assertEquals("      count of view not followed by purchase within 24 hours is at least 1", lines.get(form + 1));
        Set<String> forms = new HashSet<>();
        for (JsonNode one : json("segment", workspace, "grammar")) {
            forms.add(one.get("form").asText());
            assertTrue(lines.contains("  " + one.get("form").asText()), one.toString());
            String example = one.get("example").asText();
            example.lines().forEach(line -> assertTrue(lines.contains("      " + line), line));
            assertEquals(example, readBack(example));
        }
        assertEquals(
                TextForms.all().stream()
                        .flatMap(group -> group.forms().stream())
                        .map(TextForms.Form::form)
                        .collect(Collectors.toSet()),
                forms);
        Ran refused =
                run("segment", workspace, "save", "Odd", "--condition", shop.write("odd.txt", "age is les than 1"));
        assertTrue(refused.err().contains("line 1, column 8"), refused.err());
        assertTrue(refused.err().contains("Did you mean \"is less than\"?"), refused.err());
        assertTrue(refused.err().contains("segment WORKSPACE grammar lists all forms."), refused.err());
        assertTrue(text("segment", "--help").contains("attune segment grammar"));
    }

    /// A condition as it is written once it is read.
    private static String readBack(String text) {
        return ConditionText.write(ConditionText.read(text)).strip();
    }

    @Test
    void everyVerbIsToldWithAnExample() {
        List<String> help = text("segment", "--help").lines().toList();
        JsonNode verbs = json("segment", "help");
        assertEquals(SegmentVerb.values().length, verbs.size());
        Iterator<JsonNode> told = verbs.iterator();
        for (SegmentVerb verb : SegmentVerb.values()) {
            JsonNode one = told.next();
            assertEquals(Words.code(verb), one.get("verb").asText());
            String example = one.get("example").asText();
            String start = "attune segment " + (verb.needsNoWorkspace() ? "" : "shop ") + Words.code(verb);
            assertTrue((example + " ").startsWith(start + " "), example);
            assertTrue(help.stream().anyMatch(line -> line.strip().equals(example)), example);
            assertTrue(
                    help.stream().anyMatch(line -> line.endsWith(one.get("does").asText())), example);
        }
    }

    @Test
    void whatIsAlikeForEveryWorkspaceNeedsNone() {
        assertEquals(text("segment", workspace, "grammar"), text("segment", "grammar"));
        assertEquals(text("segment", workspace, "truth"), text("segment", "truth"));
        assertTrue(text("segment", "truth").contains("is at least"));
        Ran none = run("segment", workspace);
        assertEquals(ExitCode.USAGE, none.code());
        assertTrue(none.err().contains("VERB is missing."), none.err());
        assertEquals(ExitCode.USAGE, run("segment", "grammar", "--money", "1").code());
    }

    /// The indented lines below the one that names the file.
    private static String printed(List<String> help, String file) {
        int named = help.indexOf(help.stream()
                .filter(line -> line.contains(file))
                .filter(line -> line.endsWith(":"))
                .findFirst()
                .orElseThrow());
        return help.stream()
                .skip(named + 1L)
                .takeWhile(line -> line.startsWith("  "))
                .collect(Collectors.joining("\n"));
    }
}
