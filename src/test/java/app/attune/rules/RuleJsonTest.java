package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.segments.SegmentId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleJsonTest {
    private static final ItemSelector TENTS = new ItemSelector.WithAttribute("category", List.of("Tents", "Tarps"));

    private final List<Rule> everyKind = List.of(
            Rulebook.rule("recommend", new Treatment.Recommend("item-knn")),
            Rulebook.rule("boost", new Treatment.Boost(TENTS, 1.5)),
            Rulebook.rule("bury", Rulebook.bury(.25, "a", "b")),
            Rulebook.rule("pin", new Treatment.Pin(new ItemId("a"), 3)),
            Rulebook.rule("exclude", new Treatment.Exclude(TENTS)),
            new Rule(
                    new RuleId("offer"),
                    "An offer",
                    new SegmentId("vip"),
                    new Treatment.Offer("FIVE", "5% off"),
                    Rule.Status.DRAFT,
                    "Win them back"));

    private static String problemOf(String text) {
        return assertThrows(ProblemException.class, () -> RuleJson.read(text, "rules.json"))
                .problem()
                .message();
    }

    @Test
    void everyTreatmentSurvivesTheRoundTrip() {
        String text = Json.writePretty(RuleJson.write(everyKind));
        assertEquals(everyKind, RuleJson.read(text, "rules.json"));
        assertEquals(text, Json.writePretty(RuleJson.write(RuleJson.read(text, "rules.json"))));
    }

    @Test
    void sentencesReadAsTheAnalystWouldSayThem() {
        RuleSentence sentence = new RuleSentence(segment -> "Frequent buyers", item -> "Item " + item);
        List<String> sentences = everyKind.stream().map(sentence::of).toList();
        assertEquals(
                List.of(
                        "IF a user is in Frequent buyers THEN recommend what goes with the user's own items (Item-kNN)",
                        "IF a user is in Frequent buyers THEN boost items whose category is Tents or Tarps by 1.5",
                        "IF a user is in Frequent buyers THEN bury Item a or Item b by 0.25",
                        "IF a user is in Frequent buyers THEN pin Item a to place 3",
                        "IF a user is in Frequent buyers THEN never show items whose category is Tents or Tarps",
                        "IF a user is in Frequent buyers THEN offer FIVE (5% off)"),
                sentences);
    }

    @Test
    void newerFormatIsRefused() {
        assertTrue(problemOf("{\"format\":2,\"rules\":[]}").contains("format 2"));
    }

    @Test
    void whatIsWrongIsNamedWithItsRule() {
        String message = problemOf("""
                {"format":1,"rules":[{"id":"a","name":"A","segment":"s","status":"active",
                 "then":{"do":"boost","items":["x"],"factor":0.5}}]}""");
        assertEquals("Can't read rules.json, rule 1: A boost factor is above 1 and at most 100.", message);
        assertTrue(problemOf("""
                {"format":1,"rules":[{"id":"a","name":"A","segment":"s","status":"active","then":{"do":"shout"}}]}""").contains("\"shout\""));
    }
}
