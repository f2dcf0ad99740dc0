package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.attune.core.Problem;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.Treatment;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FeatureSet;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.Window;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ServerNeedsTest {
    private static final Condition OFTEN = new NoneOf(List.of(new EventCondition(
            List.of("view"),
            List.of(new FieldTest("session_number", Comparison.AT_LEAST, List.of("3"))),
            new Measure.Count(),
            new Window.AllTime(),
            Comparison.AT_LEAST,
            List.of("1"))));
    private static final MadeValue NUMBER = new MadeValue(
            "session_number", "by pauses", new TreeMap<>(Map.of("gapSeconds", "1800")), Optional.of("SELECT 1"));

    private static ServerNeeds needs(MadeValue... made) {
        SegmentDefinition often =
                new SegmentDefinition(new SegmentId("often"), 1, "Often", OFTEN, "ana", "", GeneratedShop.AS_OF);
        Rule rule = new Rule(
                new RuleId("hide"),
                "Hide it",
                often.id(),
                new Treatment.Recommend("popularity"),
                Rule.Status.ACTIVE,
                "");
        return new ServerNeeds(List.of(rule), List.of(often), List.of(made));
    }

    @Test
    void theGateNamesEveryRuleThatNeedsAValueOfTheWorkbenchAndLetsItPass() {
        List<Problem> notes = needs(NUMBER).notes();
        assertEquals(1, notes.size());
        assertEquals(
                "The rule Hide it needs session_number as the workbench makes it: by pauses.",
                notes.getFirst().message());
        assertEquals(Gate.State.NOTED, Gate.noting("server", notes).state());
        assertEquals(List.of(), needs().notes());
    }

    @Test
    void theManifestTellsTheServerHowToMakeIt() {
        ArrayNode json = needs(NUMBER).json(FeatureSet.of(List.of(OFTEN)));
        assertEquals("1800", json.at("/0/settings/gapSeconds").asText());
        assertEquals("SELECT 1", json.at("/0/sql").asText());
        assertEquals("hide", json.at("/0/rules/0").asText());
        assertFalse(json.at("/0/features/0").asText().isEmpty());
        assertEquals(0, needs(NUMBER).json(FeatureSet.of(List.of())).size());
    }

    @Test
    void personsLinkedHereAreNeededByEveryFeature() {
        MadeValue persons = new MadeValue(MadeValue.USER, "linked", new TreeMap<>(), Optional.empty());
        assertEquals(1, needs(persons).notes().size());
        assertEquals(1, needs(persons).json(FeatureSet.of(List.of(OFTEN))).size());
    }
}
