package app.attune.segments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Measure;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A hundred users, of whom the first forty are in the club: planted differences come out as they were planted.
final class ProfileTest {
    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final int USERS = 100;
    private static final int CLUB = 40;
    private static final Condition IN_CLUB = new AttributeCondition("club", Comparison.IS, List.of("yes"));

    private final Population people = people();
    private final SegmentService segments =
            new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
    private final CompareService compare = new CompareService(segments);

    private static Population people() {
        EventFrameBuilder builder = new EventFrameBuilder()
                .item("tent", Map.of("category", "Tents"))
                .item("rope", Map.of("category", "Ropes"))
                .item("cup", Map.of("category", "Cups"));
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            boolean club = i < CLUB;
            String user = "u" + i;
            builder.user(user);
            Instant lately = AS_OF.minusSeconds(86_400L * (1 + i % 20));
            for (int k = 0; k < (club ? 3 : 1); k++) {
                builder.event(user, lately.plusSeconds(k), "view", club ? "tent" : "rope", Double.NaN);
            }
            if (i % 10 == 0) {
                builder.event(user, AS_OF.minusSeconds(86_400L * 60), "purchase", i < 30 ? "cup" : "rope", 10 + i);
            }
            builder.event(user, AS_OF, "view", "cup", Double.NaN);
            Map<String, String> row = new TreeMap<>();
            row.put("club", club ? "yes" : "no");
            row.put("age", Integer.toString(club ? 30 + i % 10 : 50 + i % 10));
            if (i % 5 != 0) {
                row.put("country", i % 2 == 0 == club ? "AT" : i % 3 == 0 ? "DE" : "FR");
            }
            rows.add(row);
        }
        return Population.agreeing(
                builder.build(), new ColumnTable(USERS, EventFrameBuilder.columnsOf(rows)), "profiled");
    }

    private SegmentProfile profile(Condition condition) {
        return compare.profile(new SegmentDraft(new SegmentId("club"), "Club", condition), AS_OF, Progress.none());
    }

    private static Difference named(SegmentProfile profile, String name) {
        return profile.differences().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among "
                        + profile.differences().stream().map(Difference::name).toList()));
    }

    @Test
    void plantedDifferencesComeOutWithBothSidesAndTheirMissingValues() {
        SegmentProfile found = profile(IN_CLUB);
        assertEquals(CLUB, found.inside());
        assertEquals(USERS - CLUB, found.outside());
        Difference age = named(found, "age");
        assertEquals(-1, age.effect().estimate());
        assertEquals(34.5, age.inside().middle());
        assertEquals(54.5, age.outside().middle());
        Difference views = named(found, "view events, last 30 days");
        assertEquals(1, views.effect().estimate());
        assertEquals("3 (mean 3)", ProfileWords.cell(views.kind(), views.inside()));
        Difference country = named(found, "country is AT");
        assertEquals(32, country.inside().n());
        assertEquals(8, country.inside().missing());
        assertEquals(48, country.outside().n());
        assertEquals(12, country.outside().missing());
        long in = 0;
        long out = 0;
        for (int i = 0; i < USERS; i++) {
            boolean at = people.attribute("country").orElseThrow().display(i).equals("AT");
            in += at && i < CLUB ? 1 : 0;
            out += at && i >= CLUB ? 1 : 0;
        }
        assertEquals(in / 32.0 - out / 48.0, country.effect().estimate(), 1e-12);
        assertEquals(
                1,
                named(found, "any item with category Tents, last 90 days")
                        .effect()
                        .estimate());
    }

    @Test
    void whatTheConditionAsksForIsSaidAndNeverNamed() {
        SegmentProfile found = profile(IN_CLUB);
        assertTrue(named(found, "club is no").isByDefinition());
        assertFalse(named(found, "age").isByDefinition());
        String sentence = ProfileWords.sentence(found);
        assertFalse(sentence.contains("club is"), sentence);
        assertTrue(sentence.startsWith("Club differ most from everybody else in: "), sentence);
        assertTrue(sentence.contains("age (median 34.5 against 54.5)"), sentence);
        assertTrue(ProfileWords.chart(found).estimates().stream()
                .noneMatch(one -> one.name().startsWith("club")));
        EventCondition viewers = new EventCondition(
                List.of("view"),
                List.of(),
                new Measure.Count(),
                new Window.Last(30, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                List.of("3"));
        SegmentProfile viewing = profile(viewers);
        assertTrue(named(viewing, "view events, last 90 days").isByDefinition());
        assertFalse(named(viewing, "purchase events, last 90 days").isByDefinition());
    }

    @Test
    void valuesOfFewUsersAreHiddenAndCounted() {
        SegmentProfile found = profile(IN_CLUB);
        assertTrue(found.differences().stream().noneMatch(one -> one.name().contains("Cups")));
        assertTrue(found.hidden() > 0);
        assertTrue(ProfileWords.caution(found).contains("fewer than 5 users on a side"));
        for (Difference one : found.differences()) {
            for (Difference.Side side : List.of(one.inside(), one.outside())) {
                double have = one.kind() == Difference.Kind.SHARE ? side.middle() * side.n() : side.n();
                assertTrue(have < 0.5 || have > 4.5, one.name());
            }
        }
    }

    @Test
    void eventsAtTheTimeAndAfterItDoNotCount() {
        SegmentProfile found = profile(IN_CLUB);
        assertEquals(1, named(found, "view events, last 90 days").outside().middle());
        assertTrue(named(found, "days since the last event").inside().middle() > 0.9);
    }

    @Test
    void largestDifferencesStandFirst() {
        List<Double> sizes = profile(IN_CLUB).differences().stream()
                .map(one -> Math.abs(one.effect().estimate()))
                .toList();
        for (int i = 1; i < sizes.size(); i++) {
            assertTrue(sizes.get(i) <= sizes.get(i - 1), sizes.toString());
        }
    }

    @Test
    void segmentOfFewUsersHasNoProfile() {
        Condition few = new AttributeCondition("age", Comparison.AT_MOST, List.of("30"));
        assertEquals(
                "segments.too-few-to-profile",
                assertThrows(ProblemException.class, () -> profile(few))
                        .problem()
                        .code());
    }
}
