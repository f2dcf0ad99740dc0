package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.rules.ContextCondition;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleTrace;
import app.attune.rules.Rulebook;
import app.attune.segments.SegmentId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PreviewServiceTest {
    private static final UserId ANNA = new UserId("anna");
    private static final UserId DAN = new UserId("dan");
    private final PreviewService previews = new PreviewService(Shop.desk(
            List.of(FixedModel.popularity("3", "1", "4", "2", "5"), FixedModel.similar("2", "5", "3")),
            List.of(Rulebook.ruleFor("thanks", "buyers", Rulebook.offer("THANKS")))));

    @Test
    void everythingOfAUserIsThere() {
        Preview anna = previews.preview(ANNA);
        assertEquals(List.of(new Preview.Fact("country", "Norway")), anna.facts());
        assertEquals(Optional.of("GRANTED"), anna.consent());
        assertEquals(3, anna.timeline().events());
        assertEquals("THANKS", anna.decision().offer().orElseThrow().code());
        assertEquals("Alpine tent", anna.itemName(anna.decision().items().get(0).item()));
        assertEquals(
                List.of("3", "1", "4"),
                anna.popular().stream().map(item -> item.item().value()).toList());
    }

    @Test
    void segmentsSayWhichRowFails() {
        Preview.Standing standing = previews.preview(DAN).segments().stream()
                .filter(one -> one.segment().name().equals("Norwegian buyers"))
                .findFirst()
                .orElseThrow();
        assertFalse(standing.explanation().matched());
        assertEquals(2, standing.explanation().decisive().size());
        assertTrue(previews.preview(ANNA).segments().stream()
                .allMatch(one -> one.explanation().matched()));
    }

    @Test
    void unknownUserComesWithNearIds() {
        var thrown = assertThrows(ProblemException.class, () -> previews.preview(new UserId("ana")));
        assertEquals("decide.unknown-user", thrown.problem().code());
        assertEquals("Did you mean anna, dan?", thrown.problem().remedy());
    }

    @Test
    void randomUserIsTheSameForTheSameSeedAndInTheSegment() {
        SegmentId buyers = new SegmentId("buyers");
        assertEquals(previews.random(buyers, 7), previews.random(buyers, 7));
        for (int seed = 0; seed < 20; seed++) {
            assertTrue(List.of("anna", "cora")
                    .contains(previews.random(buyers, seed).value()));
        }
        assertEquals(previews.random(3), previews.random(3));
        var thrown = assertThrows(ProblemException.class, () -> previews.random(new SegmentId("gone"), 1));
        assertEquals("decide.no-users", thrown.problem().code());
    }

    @Test
    void nextAndPreviousGoAroundTheSegment() {
        var buyers = previews.among("buyers");
        assertEquals("cora", previews.next(ANNA, buyers).value());
        assertEquals("anna", previews.next(new UserId("cora"), buyers).value());
        assertEquals("anna", previews.next(DAN, buyers).value());
        assertEquals("cora", previews.previous(ANNA, buyers).value());
        assertEquals("dan", previews.previous(ANNA, previews.among("")).value());
    }

    @Test
    void jsonHoldsTheWholePreview() {
        String json = Json.writePretty(PreviewJson.write(previews.preview(ANNA)));
        var root = Json.read(json, "preview");
        assertEquals("anna", root.path("user").asText());
        assertEquals("Norway", root.path("attributes").path("country").asText());
        assertEquals(2, root.path("visits").size());
        assertEquals("THANKS", root.path("decision").path("offer").path("code").asText());
        assertTrue(root.path("segments").get(0).path("in").asBoolean());
    }

    @Test
    void aRequestIsPartOfThePreview() {
        var cart = Rulebook.ruleFor("cart", "buyers", Rulebook.offer("CART"))
                .withLimits(RuleLimits.none().withContext(ContextCondition.any().withPlacements(List.of("cart"))));
        PreviewService asked = new PreviewService(Shop.desk(List.of(FixedModel.popularity("3", "1")), List.of(cart)));
        assertEquals(
                RuleTrace.Cause.CONTEXT,
                asked.preview(ANNA).decision().rules().getFirst().cause());
        RequestContext context = new RequestContext(Optional.of("cart"), Optional.empty(), Optional.empty());
        Preview preview = asked.preview(ANNA, context);
        assertEquals("CART", preview.decision().offer().orElseThrow().code());
        assertEquals(
                "cart",
                PreviewJson.write(preview)
                        .path("decision")
                        .path("context")
                        .path("placement")
                        .asText());
    }
}
