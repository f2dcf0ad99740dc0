package app.attune.segments.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Measure;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import app.attune.segments.health.HealthFinding.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");
    private static final int USERS = 400;
    private static final SegmentAbout SAID =
            new SegmentAbout("Sell tents", SegmentAbout.Figure.NONE, Double.NaN, "Ada", "");
    private static final Population PEOPLE = people();
    private final SegmentService segments =
            new SegmentService(new FakeSegmentStore(), progress -> PEOPLE, Clock.systemUTC());

    /// Everybody looks at one of twenty items, and again at the next one, on the days before; those of the club only
    /// ever look at the tent.
    private static Population people() {
        EventFrameBuilder builder = new EventFrameBuilder();
        List<Map<String, String>> said = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            boolean club = i % 8 == 0;
            for (int day = 1; day <= 3; day++) {
                builder.event(
                        "u" + i,
                        AS_OF.minusSeconds(86_400L * (day + i % 25)),
                        "view",
                        club ? "tent" : "item" + (i + day) % 20,
                        Double.NaN);
            }
            said.add(Map.of("club", club ? "yes" : "no", "age", Integer.toString(i)));
        }
        return Population.agreeing(
                builder.build(), new ColumnTable(USERS, EventFrameBuilder.columnsOf(said)), "health");
    }

    private static Condition age(int below) {
        return new AttributeCondition("age", Comparison.LESS_THAN, List.of(Integer.toString(below)));
    }

    private static Condition club(String is) {
        return new AttributeCondition("club", Comparison.IS, List.of(is));
    }

    private static SegmentDefinition segment(Condition condition, SegmentAbout about, String saved) {
        return new SegmentDefinition(
                new SegmentId("s"), 1, "S", condition, "Ada", "", Instant.parse(saved + "T00:00:00Z"), about);
    }

    private SegmentHealth health(SegmentDefinition segment, String... usedBy) {
        return new HealthService(
                        segments, id -> List.of(usedBy), () -> Optional.of(Instant.parse("2026-06-09T00:00:00Z")))
                .of(segment, AS_OF, Progress.none());
    }

    private List<Kind> kinds(Condition condition) {
        return health(segment(condition, SAID, "2026-06-01"), "Rule").findings().stream()
                .map(HealthFinding::kind)
                .toList();
    }

    @Test
    void healthySegmentHasNoFindings() {
        assertEquals(
                "Healthy", health(segment(age(200), SAID, "2026-06-01"), "Rule").words());
    }

    @Test
    void sizesAreJudgedAndFewUsersAreNotTold() {
        assertEquals(List.of(Kind.TOO_SMALL), kinds(age(29)));
        assertEquals(List.of(), kinds(age(HealthLimits.FEWEST_USERS)));
        assertEquals(List.of(Kind.TOO_BROAD), kinds(age(390)));
        String few = health(segment(age(4), SAID, "2026-06-01"), "Rule")
                .findings()
                .getFirst()
                .reason();
        assertTrue(few.startsWith("Fewer than 5 users are in it"), few);
        assertEquals(
                Kind.TOO_NARROW, HealthWords.size(90, 100_000).orElseThrow().kind());
    }

    @Test
    void usersWhoSeeOneItemAreInAnEchoChamber() {
        assertEquals(List.of(Kind.ECHO_CHAMBER), kinds(club("yes")));
        String reason = health(segment(club("yes"), SAID, "2026-06-01"), "Rule")
                .findings()
                .getFirst()
                .reason();
        assertTrue(reason.contains("a variety of 1.0 items (Shannon)"), reason);
        assertEquals(List.of(), kinds(club("no")));
    }

    @Test
    void segmentsOfTheMomentAreUnstable() {
        Condition yesterday = new EventCondition(
                List.of("view"),
                List.of(),
                new Measure.Count(),
                new Window.Last(2, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                List.of("1"));
        assertEquals(List.of(Kind.UNSTABLE), kinds(yesterday));
    }

    @Test
    void whatNobodySaysOrUsesOrSavesIsFound() {
        SegmentHealth health = health(segment(age(200), SegmentAbout.NONE, "2025-06-01"));
        assertEquals("Never refreshed, No goal, No owner, Used by nothing", health.words());
        assertTrue(health.findings().getFirst().reason().contains("1 Jun 2025"));
        assertEquals(List.of(Kind.NOT_COUNTED), kinds(new AllOf(List.of(new SegmentCondition(new SegmentId("gone"))))));
    }

    /// Two items, three events with one and one with the other: H = -(3/4 ln 3/4 + 1/4 ln 1/4) = 0.5623, Gini 0.25.
    @Test
    void diversityIsAsWorkedOutByHand() {
        assertEquals(Math.exp(0.5623351446), Diversity.of(new long[] {1, 3}).effective(), 1e-9);
        assertEquals(0.25, Diversity.of(new long[] {3, 1}).gini(), 1e-12);
        assertEquals(new Diversity(0, 0), Diversity.of(new long[] {0, 0}));
        assertEquals(4, Diversity.of(new long[] {2, 2, 2, 2}).effective(), 1e-12);
    }
}
