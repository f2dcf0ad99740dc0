package app.attune.segments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.NoneOf;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.store.SqlSegmentOracle;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DropOffTest {
    private static final Condition TEXT = new AttributeCondition("text0", Comparison.IS_PRESENT, List.of());

    private final Population people = new RandomPopulations(Seeds.stream(3, "drop-off")).next();
    private final SegmentService segments = new SegmentService(
            new FakeSegmentStore(), progress -> people, Clock.fixed(RandomPopulations.AS_OF, ZoneOffset.UTC));

    private DropOff of(Condition condition) {
        return new CompareService(segments)
                .dropOff(
                        new SegmentDraft(new SegmentId("s"), "S", condition), RandomPopulations.AS_OF, Progress.none());
    }

    @Test
    void everyRowLeavesWhomSqlLeaves() {
        RandomTrees trees = new RandomTrees(Seeds.stream(3, "drop-off-trees"));
        try (SqlSegmentOracle oracle = new SqlSegmentOracle(people)) {
            for (int i = 0; i < 20; i++) {
                List<Condition> rows = List.of(trees.next(), new NoneOf(List.of(trees.next())), trees.next());
                DropOff found = of(new AllOf(rows));
                List<Condition> asked = new ArrayList<>();
                for (DropOff.Row row : found.rows()) {
                    assertEquals(left(oracle, asked), row.before(), rows.toString());
                    asked.add(rows.get(row.number() - 1));
                    assertEquals(left(oracle, asked), row.after(), rows.toString());
                }
                assertEquals(3, found.rows().size());
                assertEquals(left(oracle, rows), found.left());
            }
        }
    }

    private static int left(SqlSegmentOracle oracle, List<Condition> rows) {
        return oracle.members(new AllOf(rows), RandomPopulations.AS_OF).getCardinality();
    }

    @Test
    void rowsThatAreMutedOrBrokenAreLeftOutAndSaid() {
        segments.save(new SegmentDraft(new SegmentId("some"), "Some of us", new BucketCondition("a", 0, 0)), "Ada", "");
        Condition broken = new AttributeCondition("number0", Comparison.AT_LEAST, List.of("many"));
        DropOff found = of(new AllOf(List.of(
                Marks.with(TEXT, Mark.MUTED),
                broken,
                new SegmentCondition(new SegmentId("gone")),
                new SegmentCondition(new SegmentId("some")))));
        assertEquals(List.of(4), found.rows().stream().map(DropOff.Row::number).toList());
        assertEquals(
                List.of(
                        "Row 2 is not counted: \"many\" is not a number, and \"number0\" is compared with numbers.",
                        "Row 3 is not counted: It refers to the segment \"gone\", which does not exist or was deleted.",
                        "1 row is muted and not counted."),
                DropOffWords.remarks(found));
        assertEquals(
                "Row 4 costs most: of " + found.everybody()
                        + " users it leaves 0 (0%), those who are in the segment Some of us.",
                DropOffWords.sentence(found));
    }

    @Test
    void rowsOfNoneTakeAwayOneByOneAndThoseOfAnyTogether() {
        Condition half = new BucketCondition("a", 0, 50);
        Condition quarter = new BucketCondition("a", 25, 75);
        DropOff none = of(new NoneOf(List.of(half, quarter)));
        assertEquals(2, none.rows().size());
        assertEquals(of(new BucketCondition("a", 75, 100)).left(), none.left());
        assertEquals(1, of(new AnyOf(List.of(half, quarter))).rows().size());
        assertEquals(0, of(new AnyOf(List.of())).left());
        assertEquals(
                "No row is counted: everybody is left, "
                        + people.knownAt(RandomPopulations.AS_OF).getCardinality() + " users.",
                DropOffWords.sentence(of(new AllOf(List.of()))));
    }

    @Test
    void mutedPartsNeitherTakeUsersAwayNorAreTheyNamed() {
        Condition none = new BucketCondition("a", 0, 0);
        DropOff muted = of(Marks.with(new AllOf(List.of(none)), Mark.MUTED));
        assertEquals(List.of(), muted.rows());
        assertEquals(muted.everybody(), muted.left());
        assertEquals(List.of("1 row is muted and not counted."), DropOffWords.remarks(muted));
        Condition present = new AttributeCondition("text1", Comparison.IS_PRESENT, List.of());
        DropOff any = of(new AllOf(List.of(new AnyOf(List.of(present, Marks.with(TEXT, Mark.MUTED))))));
        assertEquals("whose text1 is known", any.rows().getFirst().words());
    }
}
