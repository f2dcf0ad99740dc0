package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.core.Provenance;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.Recommendation;
import app.attune.recommend.RecommenderModel;
import app.attune.recommend.Together;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Reasons that tell the baskets behind a pair of items.
final class BasketReasonTest {
    private static final int ANNA = 0;

    /// One item for everybody.
    private record Giving(String kind, Recommendation found) implements RecommenderModel {
        @Override
        public Provenance provenance() {
            return FixedModel.popularity().provenance();
        }

        @Override
        public List<Recommendation> recommend(List<HistoryItem> history, int k, Set<ItemId> excluded) {
            return List.of(found);
        }
    }

    private static Decision decided(String kind, List<Recommendation.Evidence> evidence) {
        DecisionSetup setup = new DecisionSetup(
                Shop.population(),
                List.of(),
                new RuleProgram(RulePolicy.usual(), List.of(Rulebook.rule("with", new Treatment.Recommend(kind)))),
                ModelShelf.of(List.of(new Giving(kind, new Recommendation(new ItemId("2"), 81, evidence, 90)))),
                Shop.histories(),
                Shop.AS_OF,
                3);
        return new DecisionDesk(setup, Map.of(Rulebook.ALL, RoaringBitmap.bitmapOf(0, 1, 2, 3))).decide(ANNA);
    }

    private static String sentence(Decision decision) {
        return decision.items().getFirst().sentence();
    }

    @Test
    void aReasonFromComplementsTellsTheBaskets() {
        Decision decision = decided(
                "complements",
                List.of(new Recommendation.Evidence(
                        new ItemId("1"), 81, Optional.of(new Together(34, 120, 98, 2000)))));
        assertEquals(
                "Because of Two-person tent (together in 34 of its 120 baskets, 5.8 times as often as by chance); 90"
                        + " users interacted with it.",
                sentence(decision));
        JsonNode together = DecisionJson.write(decision).at("/items/0/evidence/0/together");
        assertEquals(34, together.get("both").asInt());
        assertEquals(120, together.get("ofEvidence").asInt());
        assertEquals(98, together.get("ofItem").asInt());
        assertEquals(2000, together.get("baskets").asInt());
        assertEquals(34.0 / 120, together.get("confidence").asDouble());
    }

    @Test
    void otherReasonsDoNotSpeakOfBaskets() {
        Decision decision = decided("slim", List.of(new Recommendation.Evidence(new ItemId("1"), 81)));
        assertEquals("Because of Two-person tent; 90 users interacted with it.", sentence(decision));
        assertEquals(
                "",
                DecisionJson.write(decision).at("/items/0/evidence/0/together").asText());
    }

    @Test
    void aReasonFromContentTellsWhatIsShared() {
        Recommendation.Evidence tent = new Recommendation.Evidence(new ItemId("1"), 81);
        assertEquals(
                "Because of Two-person tent (shares \u201ctents\u201d and \u201ctent\u201d); 90 users interacted with it.",
                sentence(decided("content", List.of(tent))));
        Recommendation.Evidence stove = new Recommendation.Evidence(new ItemId("4"), 81);
        assertEquals(
                "Because of Gas stove; 90 users interacted with it.", sentence(decided("content", List.of(stove))));
    }

    @Test
    void whatIsPopularLatelySaysSo() {
        assertEquals(
                "Popular lately; 90 users ever interacted with it.", sentence(decided("recent-popularity", List.of())));
    }
}
