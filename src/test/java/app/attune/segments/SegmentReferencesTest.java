package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Segments that refer to segments.
final class SegmentReferencesTest {
    private static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");
    private static final int USERS = 10;

    private final Population shop = shop();
    private final SegmentService service =
            new SegmentService(new FakeSegmentStore(), progress -> shop, Clock.fixed(AS_OF, ZoneOffset.UTC));

    /// User n has n purchases.
    private static Population shop() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 1; user <= USERS; user++) {
            for (int n = 1; n <= user; n++) {
                builder.event("u" + user, AS_OF.minusSeconds(n * 60L), "purchase", "tent", n);
            }
        }
        return Population.agreeing(builder.build(), ColumnTable.empty(USERS), "shop");
    }

    private static EventCondition purchases(int atLeast) {
        return new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("" + atLeast));
    }

    private static Condition in(String id) {
        return new SegmentCondition(new SegmentId(id));
    }

    private void save(String id, Condition condition) {
        service.save(new SegmentDraft(new SegmentId(id), "The " + id, condition), "Ada", "");
    }

    private int size(String id) {
        return service.audience(new SegmentId(id), AS_OF, Progress.none()).size();
    }

    private static Problem refused(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem();
    }

    @Test
    void aChangeOfTheOtherSegmentChangesTheCount() {
        save("buyers", purchases(3));
        save("others", new NoneOf(List.of(in("buyers"))));
        assertEquals(2, size("others"));
        Condition others = service.require(new SegmentId("others")).condition();
        assertEquals(2, service.counts(others, AS_OF, Progress.none()).total().orElse(-1));
        assertEquals(2, service.sampleUsers(others, AS_OF, 9, 1).size());
        assertEquals(true, service.explain(others, AS_OF, 0).matched());
        assertEquals(List.of(), service.findings(others, Progress.none()));
        save("buyers", purchases(6));
        assertEquals(5, size("others"));
        assertEquals(
                "Users not who are in the segment buyers",
                ConditionSentence.byId().of(others));
        assertEquals(List.of("The others"), SegmentUses.referringTo(service.list(), new SegmentId("buyers")));
    }

    @Test
    void aSentenceCallsTheOtherSegmentByItsNameWhileThereIsOne() {
        save("buyers", purchases(3));
        Condition others = new NoneOf(List.of(in("buyers"), Marks.with(in("gone"), Mark.LOCKED)));
        assertEquals(
                "Users not (who are in the segment The buyers, or who are in the segment gone)",
                service.sentences().of(others));
        assertEquals("who are in the segment The buyers", service.sentences().row(in("buyers")));
        service.delete(new SegmentId("buyers"));
        assertEquals("who are in the segment buyers", service.sentences().part(in("buyers")));
    }

    @Test
    void aSegmentThatWouldReferToItselfIsRefusedWithTheWay() {
        save("a", purchases(1));
        save("b", new AllOf(List.of(in("a"))));
        save("c", new AnyOf(List.of(purchases(5), in("b"))));
        Problem problem = refused(() -> save("a", new NoneOf(List.of(in("c")))));
        assertEquals("segments.circular-reference", problem.code());
        assertTrue(problem.message().contains("The a -> The c -> The b -> The a"), problem.message());
        assertEquals(
                "segments.circular-reference", refused(() -> save("a", in("a"))).code());
        assertEquals(1, service.versions(new SegmentId("a")).size());
    }

    @Test
    void segmentsThatWouldGrowWithoutEndAreRefused() {
        save("s0", purchases(1));
        Problem problem = refused(() -> {
            for (int i = 1; i < 40; i++) {
                save("s" + i, new AnyOf(List.of(in("s" + (i - 1)), in("s" + (i - 1)))));
            }
        });
        assertEquals("segments.too-large", problem.code());
    }

    @Test
    void aDeletedSegmentIsNamedWhereItIsReferredTo() {
        save("buyers", purchases(3));
        save("others", new AllOf(List.of(purchases(1), in("buyers"))));
        service.delete(new SegmentId("buyers"));
        Condition others = service.require(new SegmentId("others")).condition();
        ConditionFinding finding = service.findings(others, Progress.none()).getFirst();
        assertEquals(List.of(1), finding.path());
        assertTrue(finding.isError());
        assertTrue(
                finding.problem().message().contains("\"buyers\""),
                finding.problem().message());
        assertEquals(
                10,
                service.counts(others, AS_OF, Progress.none()).at(List.of(0)).orElse(-1));
        assertTrue(service.counts(others, AS_OF, Progress.none()).total().isEmpty());
        assertEquals("segments.unknown-reference", refused(() -> size("others")).code());
        assertEquals(
                "segments.unknown-reference",
                refused(() -> save("more", in("buyers"))).code());
    }

    @Test
    void whatIsMutedStopsNothingAndIsCountedOnItsOwn() {
        save("buyers", purchases(3));
        Condition muted = Marks.with(purchases(9), Mark.MUTED);
        Condition broken = Marks.with(in("gone"), Mark.MUTED);
        Condition noted = Marks.commented(in("buyers"), "agreed with sales");
        save("some", new AllOf(List.of(muted, noted, broken)));
        Condition some = service.require(new SegmentId("some")).condition();
        assertEquals(8, size("some"));
        ConditionCounts counts = service.counts(some, AS_OF, Progress.none());
        assertEquals(8, counts.total().orElse(-1));
        assertEquals(2, counts.at(List.of(0)).orElse(-1));
        assertEquals(8, counts.at(List.of(1)).orElse(-1));
        assertTrue(counts.at(List.of(2)).isEmpty());
        ConditionFinding finding = service.findings(some, Progress.none()).getFirst();
        assertEquals(List.of(2), finding.path());
        assertEquals(ConditionFinding.Severity.WARNING, finding.severity());
        assertEquals(
                "Users who are in the segment buyers (2 rows are muted)",
                ConditionSentence.byId().of(some),
                "left out, and said");
        assertEquals(
                List.of(purchases(3)),
                service.resolved().stream()
                        .filter(one -> one.id().value().equals("some"))
                        .flatMap(one -> Conditions.parts(one.condition()).stream())
                        .toList());
        save("of-some", in("some"));
        assertEquals(8, size("of-some"), "what is muted in the other segment is not asked either");
    }

    @Test
    void aConditionMutedAsAWholeMeansEverybodyAndSaysSo() {
        save("all", Marks.with(purchases(9), Mark.MUTED));
        assertEquals(USERS, size("all"));
        Condition any = new AnyOf(List.of(Marks.with(purchases(9), Mark.MUTED)));
        save("none", any);
        assertEquals(0, size("none"));
        ConditionFinding finding = service.findings(any, Progress.none()).getFirst();
        assertEquals("segments.all-muted", finding.problem().code());
        assertEquals(
                "All rows of this group are muted: it matches nobody.",
                finding.problem().message());
        Condition group =
                Marks.with(new AnyOf(List.of(purchases(1), Marks.with(purchases(2), Mark.MUTED))), Mark.MUTED);
        assertEquals(
                "All users (1 row and 1 group are muted)",
                ConditionSentence.byId().of(new AllOf(List.of(group, Marks.with(purchases(2), Mark.MUTED)))));
    }

    @Test
    void ranksKeepEqualUsersTogether() {
        Condition top = new RankCondition(
                RankCondition.Rank.TOP,
                20,
                new RankCondition.Ranked.Events(
                        EventKind.of("purchase"), List.of(), new Measure.Count(), new Window.AllTime()));
        Condition latest = new RankCondition(
                RankCondition.Rank.BOTTOM,
                20,
                new RankCondition.Ranked.Events(
                        EventKind.of(), List.of(), new Measure.DaysSinceLast(), new Window.AllTime()));
        save("top", top);
        save("latest", latest);
        assertEquals(2, size("top"));
        assertEquals(USERS, size("latest"));
        assertEquals(
                "Users who are in the top 20% by number of purchase events",
                ConditionSentence.byId().of(top));
    }

    @Test
    void aBucketTakesItsShareAndItsPartsMakeTheWhole() {
        Condition whole = new BucketCondition("spring", 0, 100);
        Condition first = new BucketCondition("spring", 0, 40);
        save("whole", whole);
        save("first", first);
        save("rest", new BucketCondition("spring", 40, 100));
        assertEquals(USERS, size("whole"));
        assertEquals(USERS, size("first") + size("rest"));
        assertEquals(
                "Users who are in the random part 0% to 40% of spring",
                ConditionSentence.byId().of(first));
    }

    @Test
    void rowsThatABundleCannotCarryAreNamedWithTheirPlace() {
        Condition condition = new AllOf(List.of(
                purchases(1),
                new ConsentCondition("mail", ConsentCondition.Consented.GRANTED),
                new NoneOf(List.of(new UserListCondition(UserListCondition.Listed.IS, List.of("a", "b", "c", "d")))),
                purchases(1)
                        .with(new Measure.TextOf(Measure.TextEnd.LAST_TEXT, "campaign"))
                        .with(Comparison.IS, List.of("spring"))));
        List<Problem> problems = CarriedRows.problems(condition);
        assertEquals(2, problems.size());
        assertEquals(
                "Row 4: A bundle cannot carry \"whose last campaign of purchase events is spring\" yet.",
                problems.getLast().message());
        assertEquals(
                "Row 3.1: A bundle cannot carry \"whose id is one of a, b, c and 1 more\" yet.",
                problems.getFirst().message());
    }
}
