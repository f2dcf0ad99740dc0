package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventKind;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.Window;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What would be otherwise of users whom segments rank among all: anna viewed most.
final class WhatIfRankTest {
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final Condition MOST = new RankCondition(
            RankCondition.Rank.TOP,
            25,
            new RankCondition.Ranked.Events(
                    EventKind.of("view"), List.of(), new Measure.Count(), new Window.AllTime()));
    private static final Condition NORWAY = new AttributeCondition("country", Comparison.IS, List.of("Norway"));
    private static final SegmentDefinition KEEN =
            Shop.segment("keen", "Keen Norwegians", new AllOf(List.of(NORWAY, MOST)));
    private static final SegmentDefinition REST = Shop.segment("rest", "The rest", new NoneOf(List.of(MOST)));

    private static Beside ask(UserId user, WhatIf change, SegmentDefinition... segments) {
        PreviewService previews = new PreviewService(
                Shop.desk(List.of(FixedModel.popularity("3", "1")), List.of(), List.of(segments), Shop.population()));
        return previews.whatIf(previews.preview(user), change, Progress.none());
    }

    private static WhatIf attribute(String written) {
        return WhatIf.of(List.of(written), List.of(), "", Shop.frame());
    }

    @Test
    void whatIsNoRankIsAskedAgainInASegmentThatRanks() {
        Beside moved = ask(ANNA, attribute("country=Chile"), KEEN, REST);
        assertEquals(List.of("Leaves the segment Keen Norwegians."), BesideWords.differences(moved));
        assertEquals(List.of(), BesideWords.differences(ask(ANNA, attribute("country=Norway"), KEEN, REST)));
    }

    @Test
    void thePlaceAmongOthersIsKeptAndThisIsSaid() {
        WhatIf busy = WhatIf.of(List.of(), List.of("view:2", "view:3", "view:4"), "", Shop.frame());
        Beside beside = ask(BEN, busy, KEEN, REST);
        assertEquals(List.of(), BesideWords.differences(beside));
        assertEquals(
                Optional.of(
                        "The place among other users was kept as it is, in the segments Keen Norwegians, The rest."),
                beside.kept());
        assertEquals(
                beside.kept().orElseThrow(),
                BesideJson.write(beside).get("kept").asText());
    }

    @Test
    void nothingIsSaidToBeKeptWhereNobodyIsRanked() {
        Beside beside = ask(BEN, attribute("country=Chile"), Shop.segment("norway", "Norwegians", NORWAY));
        assertEquals(List.of("Leaves the segment Norwegians."), BesideWords.differences(beside));
        assertEquals(Optional.empty(), beside.kept());
    }
}
