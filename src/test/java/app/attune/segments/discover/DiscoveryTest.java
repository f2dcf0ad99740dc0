package app.attune.segments.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.EventsFixture;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCounts;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SampleSegments;
import app.attune.segments.SegmentEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// What is planted in the sample is found by who is in it, in few words.
final class DiscoveryTest {
    private static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");

    private static EventsFixture events;
    private static Population people;
    private static TraitTable table;

    @BeforeAll
    static void load() throws IOException {
        events = new EventsFixture();
        for (String file : List.of("users.csv.gz", "items.csv.gz", "events.csv.gz")) {
            events.importGuessed(Path.of("sample-datasets").resolve(file));
        }
        people = events.people();
        table = TraitTable.of(new ConditionCounts.At(people, AS_OF), members(new AllOf(List.of())), 7, Progress.none());
    }

    @AfterAll
    static void close() {
        events.close();
    }

    @Test
    void everyPlantedSegmentIsSaidInThreeRows() {
        Map<String, String> worse = new HashMap<>();
        SampleSegments.all().forEach((id, condition) -> {
            RoaringBitmap group = members(condition);
            LearnedRule rule = new GroupDescriber(table, table.in(group), Progress.none()).describe(3);
            Condition found = rule.condition(table);
            Fidelity fidelity = Fidelity.of(members(found), group);
            if (fidelity.precision() < 0.95 || fidelity.recall() < 0.95 || rule.rows() > 3) {
                worse.put(id, fidelity + " " + ConditionSentence.byId().of(found));
            }
        });
        assertEquals(Map.of(), worse);
    }

    @Test
    void clustersAreTheSameEveryTimeAndHaveEverybodyInThem() {
        List<RoaringBitmap> clusters = Clusters.of(table, 4, 7, Progress.none());
        assertEquals(clusters, Clusters.of(table, 4, 7, Progress.none()));
        assertEquals(4, clusters.size());
        assertEquals(
                table.size(),
                clusters.stream().mapToInt(RoaringBitmap::getCardinality).sum());
        assertEquals(members(new AllOf(List.of())), RoaringBitmap.or(clusters.iterator()));
    }

    @Test
    void habitsAreCountedAsTheirConditionsAre() {
        List<Habit> habits = Habits.of(table, 0.05, 5, Progress.none());
        assertEquals(5, habits.size());
        habits.forEach(habit -> assertEquals(members(habit.condition()).getCardinality(), habit.users()));
        habits.forEach(habit -> assertTrue(habit.lift() >= 1.2));
    }

    @Test
    void aGroupByChanceIsNotSaid() {
        RoaringBitmap everySeventh = new RoaringBitmap();
        for (int user = 0; user < people.size(); user += 7) {
            everySeventh.add(user);
        }
        LearnedRule rule = new GroupDescriber(table, table.in(everySeventh), Progress.none()).describe(3);
        Fidelity fidelity = Fidelity.of(members(rule.condition(table)), everySeventh);
        assertTrue(fidelity.score() < Proposal.SAID, () -> fidelity.toString());
    }

    @Test
    void whatIsNotKnownIsSaidToBe() {
        RoaringBitmap group = members(new AttributeCondition("country", Comparison.IS_NOT, List.of("DE")));
        LearnedRule rule = new GroupDescriber(table, table.in(group), Progress.none()).describe(1);
        assertEquals(group, members(rule.condition(table)));
    }

    private static RoaringBitmap members(Condition condition) {
        return new SegmentEvaluator().members(condition, people, AS_OF, Progress.none());
    }
}
