package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.json.Json;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.HitPolicy;
import app.attune.rules.Holdout;
import app.attune.rules.Rule;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTrace;
import app.attune.rules.Rulebook;
import app.attune.rules.RulesOff;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class DecisionDeskTest {
    private static final int ANNA = 0;
    private static final int CORA = 2;
    private static final int DAN = 3;

    private final FixedModel popularity = FixedModel.popularity("3", "1", "4", "2", "5");
    private final FixedModel similar = FixedModel.similar("2", "5", "3");

    private static DecisionDesk desk(List<RecommenderModel> models, Rule... rules) {
        return desk(models, RuleProgram.of(Arrays.asList(rules)));
    }

    private static DecisionDesk desk(List<RecommenderModel> models, RuleProgram program) {
        DecisionSetup setup = new DecisionSetup(
                Shop.population(), List.of(), program, ModelShelf.of(models), Shop.histories(), Shop.AS_OF, 3);

        return new DecisionDesk(
                setup,
                Map.of(
                        Rulebook.ALL,
                        RoaringBitmap.bitmapOf(0, 1, 2, 3),
                        new SegmentId("buyers"),
                        RoaringBitmap.bitmapOf(0, 2)));
    }

    private DecisionDesk desk(Rule... rules) {
        return desk(List.of(popularity, similar), rules);
    }

    private DecisionDesk desk(HitPolicy policy, Rule... rules) {
        RuleProgram program = new RuleProgram(RulePolicy.usual().withHitPolicy(policy), Arrays.asList(rules));
        return desk(List.of(popularity, similar), program);
    }

    private static List<String> items(Decision decision) {
        return decision.items().stream().map(item -> item.item().value()).toList();
    }

    @Test
    void withoutRulesTheDefaultModelDecides() {
        Decision decision = desk().decide(ANNA);
        assertEquals(DecisionReason.RECOMMENDER, decision.reason());
        assertEquals(Optional.of("item-knn"), decision.model());
        assertEquals(List.of("2", "5", "3"), items(decision));
        assertEquals(
                "Because of Two-person tent; 1,200 users interacted with it.",
                decision.items().get(0).sentence());
        assertEquals(List.of(Rulebook.ALL, new SegmentId("buyers")), decision.memberships());
    }

    /// The last item anna viewed is 4, as often as 1.
    @Test
    void aRecommendationStartsFromTheItemOfTheTriggerAlone() {
        List<List<HistoryItem>> asked = new ArrayList<>();
        Decision decision = seeded(asked).decide(ANNA);
        assertEquals(List.of(List.of(new HistoryItem(new ItemId("4"), 1))), asked);
        assertEquals(DecisionReason.TARGETING_MATCH, decision.reason());
        assertFalse(items(decision).contains("4"), "the item itself is not recommended");
        assertTrue(items(decision).contains("1"), "the rest of the history does not count");
        assertEquals(
                "Because of Gas stove (1 view event); 1,200 users interacted with it.",
                decision.items().getFirst().sentence());
    }

    @Test
    void withoutAnItemOfTheTriggerTheRuleHasLostAndTheUsualModelsAreAskedFromTheHistory() {
        List<List<HistoryItem>> asked = new ArrayList<>();
        Decision decision = seeded(asked).decide(DAN);
        assertEquals(RuleTrace.Verdict.LOST, decision.rules().getFirst().verdict());
        assertEquals(RuleTrace.Cause.NO_CANDIDATES, decision.rules().getFirst().cause());
        assertEquals(List.of(List.of()), asked, "the model is asked as the default, by the history");
        assertEquals(DecisionReason.FALLBACK, decision.reason());
    }

    private DecisionDesk seeded(List<List<HistoryItem>> asked) {
        Rule rule =
                Rulebook.ruleFor("goes-with", "keen", new Treatment.Recommend("item-knn").with(Treatment.Seed.TRIGGER));
        RecommenderModel listening = FixedModel.listening(FixedModel.similar("1", "4", "2"), asked);
        DecisionSetup setup = new DecisionSetup(
                Shop.population(),
                List.of(Shop.keen()),
                RuleProgram.of(List.of(rule)),
                ModelShelf.of(List.of(popularity, listening)),
                Shop.histories(),
                Shop.AS_OF,
                3);
        return new DecisionDesk(setup, Map.of(new SegmentId("keen"), RoaringBitmap.bitmapOf(0, 1, 2, 3)));
    }

    @Test
    void recommendRuleChoosesTheModel() {
        Decision decision =
                desk(Rulebook.rule("r", new Treatment.Recommend("popularity"))).decide(ANNA);
        assertEquals(DecisionReason.TARGETING_MATCH, decision.reason());
        assertEquals(List.of("3", "2", "5"), items(decision));
        assertEquals(DecidedItem.Source.MODEL, decision.items().get(0).source());
    }

    @Test
    void untrainedModelOfARuleFallsBackAndSaysSo() {
        Decision decision =
                desk(Rulebook.rule("r", new Treatment.Recommend("als"))).decide(ANNA);
        assertEquals(DecisionReason.FALLBACK, decision.reason());
        assertEquals(Optional.of("item-knn"), decision.model());
        assertEquals(RuleTrace.Cause.NO_CANDIDATES, decision.rules().get(0).cause());
        assertEquals(DecidedItem.Source.FALLBACK, decision.items().get(0).source());
    }

    @Test
    void theNextModelOfARuleAnswersWhereThoseBeforeHaveNothing() {
        Treatment chain = new Treatment.Recommend("als", List.of("item-knn", "popularity"));
        Decision anna = desk(Rulebook.rule("r", chain)).decide(ANNA);
        assertEquals(DecisionReason.TARGETING_MATCH, anna.reason());
        assertEquals(Optional.of("item-knn"), anna.model());
        assertEquals(RuleTrace.Verdict.FIRED, anna.rules().getFirst().verdict());
        assertEquals(DecidedItem.Source.MODEL, anna.items().getFirst().source());
        Decision dan = desk(Rulebook.rule("r", chain)).decide(DAN);
        assertEquals(
                "[{\"model\":\"als\",\"answer\":\"NOT_TRAINED\"},{\"model\":\"item-knn\",\"answer\":\"NO_CANDIDATES\"},"
                        + "{\"model\":\"popularity\",\"answer\":\"GAVE\"}]",
                DecisionJson.write(dan).at("/rules/0/models").toString());
        Decision none = desk(Rulebook.rule("r", new Treatment.Recommend("als", List.of("item-knn"))))
                .decide(DAN);
        assertEquals(DecisionReason.FALLBACK, none.reason());
        assertEquals(RuleTrace.Cause.NO_CANDIDATES, none.rules().getFirst().cause());
        assertEquals(2, none.rules().getFirst().tried().size());
    }

    @Test
    void collectedOffersAreAllShownAndWrittenWhereThereAreSeveral() {
        Rule first = Rulebook.rule("a", Rulebook.offer("A"));
        Rule second = Rulebook.rule("b", Rulebook.offer("B"));
        Decision both = desk(HitPolicy.COLLECT, first, second).decide(ANNA);
        assertEquals("A", DecisionJson.write(both).at("/offer/code").asText());
        assertEquals("B", DecisionJson.write(both).at("/offers/1/code").asText());
        assertTrue(DecisionJson.write(desk(HitPolicy.COLLECT, first).decide(ANNA))
                .path("offers")
                .isMissingNode());
        assertEquals(
                1,
                desk(HitPolicy.RULE_ORDER, first, second).decide(ANNA).offers().size());
    }

    @Test
    void newUserFallsBackToPopularity() {
        Decision decision = desk().decide(DAN);
        assertEquals(DecisionReason.FALLBACK, decision.reason());
        assertEquals(List.of("3", "1", "4"), items(decision));
        assertEquals(
                "Popular: 1,200 users interacted with it.",
                decision.items().get(0).sentence());
    }

    @Test
    void withoutModelsOnlyPinsAreLeft() {
        Decision decision =
                desk(List.of(), Rulebook.rule("p", Rulebook.pin("5", 2))).decide(ANNA);
        assertEquals(DecisionReason.DEFAULT, decision.reason());
        assertEquals(List.of("5"), items(decision));
        assertEquals(DecidedItem.Source.RULE, decision.items().get(0).source());
        assertEquals(List.of(), items(desk(List.of()).decide(ANNA)));
    }

    @Test
    void refusedPersonalisationGivesPopularityWithoutHistoryAndOnlyExcludes() {
        Decision decision = desk(
                        Rulebook.rule("up", Rulebook.boost(50, "5")),
                        Rulebook.rule("offer", Rulebook.offer("FIVE")),
                        Rulebook.rule("model", new Treatment.Recommend("item-knn")),
                        Rulebook.rule("out", Rulebook.exclude("1")))
                .decide(CORA);
        assertEquals(DecisionReason.DISABLED, decision.reason());
        assertEquals(List.of("3", "4", "2"), items(decision));
        assertTrue(decision.offer().isEmpty());
        assertEquals(
                List.of(
                        RuleTrace.Cause.REFUSED,
                        RuleTrace.Cause.REFUSED,
                        RuleTrace.Cause.REFUSED,
                        RuleTrace.Cause.NONE),
                decision.rules().stream().map(RuleTrace::cause).toList());
    }

    @Test
    void rulesForASegmentApplyToItsMembersOnly() {
        DecisionDesk desk = desk(Rulebook.ruleFor("offer", "buyers", Rulebook.offer("FIVE")));
        assertEquals("FIVE", desk.decide(ANNA).offer().orElseThrow().code());
        assertTrue(desk.decide(1).offer().isEmpty());
    }

    @Test
    void boostedItemsNameTheirRule() {
        DecidedItem first = desk(Rulebook.rule("up", Rulebook.boost(3.5, "3")))
                .decide(ANNA)
                .items()
                .get(0);
        assertEquals("3", first.item().value());
        assertEquals(3.5, first.score());
        assertEquals(
                "Because of Two-person tent; 1,202 users interacted with it. Boosted by 3.5 by the rule "
                        + "\u201cRule up\u201d.",
                first.sentence());
    }

    @Test
    void theSameUserGetsTheSameBytes() {
        Rule[] rules = {Rulebook.rule("up", Rulebook.boost(2.5, "3")), Rulebook.rule("o", Rulebook.offer("X"))};
        String once = Json.writePretty(DecisionJson.write(desk(rules).decide(ANNA)));
        assertEquals(once, Json.writePretty(DecisionJson.write(desk(rules).decide(ANNA))));
        assertTrue(once.startsWith("{\n  \"format\" : 1,\n  \"user\" : \"anna\""), once);
    }

    @Test
    void aPulledKillSwitchAndAHoldoutAreSaidByEveryDecision() {
        Rule offer = Rulebook.rule("o", Rulebook.offer("FIVE"));
        DecisionSetup plain = desk(offer).setup();
        RulePolicy policy = RulePolicy.usual().withKillSwitch(RulePolicy.KillSwitch.PULLED);
        Decision off = with(plain, policy).decide(ANNA);
        assertEquals(Optional.of(RulesOff.SWITCHED_OFF), off.rulesOff());
        assertTrue(off.offer().isEmpty());
        assertEquals("SWITCHED_OFF", DecisionJson.write(off).path("rulesOff").asText());
        Decision held = with(plain, RulePolicy.usual().withHoldout(new Holdout(100, "")))
                .decide(ANNA);
        assertEquals(Optional.of(RulesOff.HOLDOUT), held.rulesOff());
        assertEquals(items(desk().decide(ANNA)), items(held), "the model's list");
        assertEquals(Optional.empty(), desk(offer).decide(ANNA).rulesOff());
    }

    private static DecisionDesk with(DecisionSetup setup, RulePolicy policy) {
        return new DecisionDesk(
                new DecisionSetup(
                        setup.population(),
                        setup.segments(),
                        setup.program().withPolicy(policy),
                        setup.models(),
                        setup.histories(),
                        setup.asOf(),
                        setup.length()),
                Map.of(Rulebook.ALL, RoaringBitmap.bitmapOf(0, 1, 2, 3)));
    }
}
