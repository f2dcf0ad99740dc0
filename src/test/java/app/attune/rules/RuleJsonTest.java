package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.segments.SegmentId;
import java.util.List;
import java.util.OptionalInt;
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
    void ownerTicketExamplesAndEveryStatusSurviveTheRoundTrip() {
        RuleAbout about = new RuleAbout(
                "Why",
                "Ada",
                "SHOP-7",
                List.of(
                        new RuleAbout.Example(new UserId("u1"), RuleAbout.Expected.APPLIES),
                        new RuleAbout.Example(new UserId("u 2"), RuleAbout.Expected.DOES_NOT_APPLY)));
        for (Rule.Status status : Rule.Status.values()) {
            List<Rule> rules = List.of(
                    Rulebook.rule("a", Rulebook.offer("A")).withAbout(about).withStatus(status));
            assertEquals(rules, RuleJson.read(Json.write(RuleJson.write(rules)), "rules.json"));
        }
    }

    @Test
    void rolloutsHoldoutAndKillSwitchSurviveTheRoundTrip() {
        Rule rule = Rulebook.rule("a", Rulebook.offer("A"))
                .withLimits(RuleLimits.none().withRollout(new Rollout(12.5, "autumn")));
        RulePolicy policy = new RulePolicy(new Holdout(5, "h"), RulePolicy.KillSwitch.PULLED);
        RuleProgram program = new RuleProgram(policy, List.of(rule));
        assertEquals(program, RuleJson.program(Json.write(RuleJson.write(program)), "rules.json"));
        assertEquals(
                "IF a user is in all THEN offer A (Text of A), for 12.5% of them",
                RuleSentence.plain().of(rule));
    }

    @Test
    void hitPoliciesWeightsAndFallbackModelsSurviveTheRoundTrip() {
        Rule rule = Rulebook.rule("a", new Treatment.Recommend("als", List.of("item-knn", "popularity")))
                .withWeight(OptionalInt.of(40));
        for (HitPolicy policy : HitPolicy.values()) {
            RuleProgram program = new RuleProgram(
                    RulePolicy.usual().withHitPolicy(policy), List.of(rule, Rulebook.rule("b", Rulebook.offer("B"))));
            assertEquals(program, RuleJson.program(Json.write(RuleJson.write(program)), "rules.json"));
        }
        assertEquals(
                "IF a user is in all THEN recommend from the model als, else what goes with the user's own items"
                        + " (Item-kNN), else what is most popular (Popularity), weight 40",
                RuleSentence.plain().of(rule));
    }

    @Test
    void whatIsUsualIsNotWritten() {
        String text =
                Json.write(RuleJson.write(RuleProgram.of(List.of(Rulebook.rule("a", new Treatment.Recommend("als"))))));
        assertTrue(!text.contains("hitPolicy") && !text.contains("weight") && !text.contains("fallbacks"), text);
    }

    @Test
    void wrongWeightsPoliciesAndChainsAreNamed() {
        String rules = """
                {"format":3,"hitPolicy":"%s","rules":[{"id":"a","name":"A","segment":"s","status":"active",
                 "weight":%s,"then":{"do":"recommend","model":"x","fallbacks":%s}}]}""";
        assertEquals(
                "Can't read rules.json: the hit policy \"best\" is not known here; known are rule-order, first,"
                        + " priority, collect.",
                programProblem(rules.formatted("best", "1", "[]")));
        assertEquals(
                "Can't read rules.json, rule 1: A weight is from 0 to 1000.",
                programProblem(rules.formatted("first", "1001", "[]")));
        assertTrue(programProblem(rules.formatted("first", "1.5", "[]")).contains("\"weight\" is expected, found 1.5"));
        assertEquals(
                "Can't read rules.json, rule 1: A recommendation names a model once.",
                programProblem(rules.formatted("first", "1", "[\"y\",\"x\"]")));
    }

    @Test
    void partsOutOfRangeAreNamedWithTheirPlace() {
        String rules = """
                {"format":2,"holdout":{"percent":%s},"rules":[{"id":"a","name":"A","segment":"s","status":"active",
                 "rollout":{"percent":%s},"then":{"do":"offer","code":"X","text":""}}]}""";
        assertEquals(
                "Can't read rules.json, rule 1, rollout: A rollout is from 0 to 100 percent, not 101.0.",
                programProblem(rules.formatted("5", "101")));
        assertEquals(
                "Can't read rules.json, holdout: A holdout is from 0 to 100 percent, not -1.0.",
                programProblem(rules.formatted("-1", "10")));
    }

    private static String programProblem(String text) {
        return assertThrows(ProblemException.class, () -> RuleJson.program(text, "rules.json"))
                .problem()
                .message();
    }

    @Test
    void theFormatBeforeOwnersIsStillRead() {
        List<Rule> read = RuleJson.read("""
                {"format":1,"rules":[{"id":"a","name":"A","segment":"s","status":"paused","intent":"Why",
                 "then":{"do":"offer","code":"X","text":""}}]}""", "rules.json");
        assertEquals(RuleAbout.intent("Why"), read.getFirst().about());
        assertEquals(Rule.Status.PAUSED, read.getFirst().status());
    }

    @Test
    void anExampleThatDoesNotSayWhatItExpectsIsNamed() {
        String message = problemOf("""
                {"format":2,"rules":[{"id":"a","name":"A","segment":"s","status":"active",
                 "examples":[{"user":"u1","applies":true},{"user":"u2","applies":"no"}],
                 "then":{"do":"offer","code":"X","text":""}}]}""");
        assertEquals("Can't read rules.json, rule 1, example 2: \"applies\" says true or false.", message);
    }

    @Test
    void aRecommendationStartsFromTheHistoryUnlessItNamesTheTrigger() {
        List<Rule> read = RuleJson.read("""
                {"format":3,"rules":[
                 {"id":"a","name":"A","segment":"s","status":"active","then":{"do":"recommend","model":"item-knn"}}]}""", "rules.json");
        Treatment.Recommend old = new Treatment.Recommend("item-knn");
        assertEquals(old, read.getFirst().treatment());
        Rule seeded = read.getFirst().withTreatment(old.with(Treatment.Seed.TRIGGER));
        assertEquals(List.of(seeded), RuleJson.read(RuleJson.write(List.of(seeded)), "rules.json"));
        assertFalse(RuleJson.write(read).toString().contains("seed"));
        assertEquals(
                "recommend what goes with the item of the trigger (Item-kNN)",
                RuleSentence.plain().of(seeded.treatment()));
        assertTrue(problemOf("""
                {"format":4,"rules":[{"id":"a","name":"A","segment":"s","status":"active",
                 "then":{"do":"recommend","model":"item-knn","seed":"basket"}}]}""").contains("\"basket\" is not known"));
    }

    @Test
    void newerFormatIsRefused() {
        assertTrue(problemOf("{\"format\":5,\"rules\":[]}").contains("format 5"));
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
