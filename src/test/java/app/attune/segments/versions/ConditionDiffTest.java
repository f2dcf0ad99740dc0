package app.attune.segments.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.Conditions;
import app.attune.segments.EventCondition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class ConditionDiffTest {
    private static final Condition GERMAN = country("Germany");
    private static final Condition ADULT = new AttributeCondition("age", Comparison.AT_LEAST, List.of("18"));

    private static Condition country(String one) {
        return new AttributeCondition("country", Comparison.IS, List.of(one));
    }

    private static EventCondition bought(String type, String atLeast) {
        return new EventCondition(
                List.of(type),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of(atLeast));
    }

    private static List<String> words(Condition before, Condition after) {
        return ConditionDiff.between(before, after, Progress.none()).stream()
                .map(edit -> EditWords.of(edit, ConditionSentence.byId()))
                .toList();
    }

    private static Condition all(Condition... parts) {
        return new AllOf(List.of(parts));
    }

    private static Condition any(Condition... parts) {
        return new AnyOf(List.of(parts));
    }

    @Test
    void rowsAreAddedRemovedAndChanged() {
        assertEquals(List.of(), words(all(GERMAN), all(GERMAN)));
        assertEquals(List.of(), words(GERMAN, all(GERMAN)), "a row alone is a group of one");
        assertEquals(List.of("Added: whose country is Germany."), words(all(), all(GERMAN)));
        assertEquals(List.of("Removed: whose age is at least 18."), words(all(ADULT, GERMAN), all(GERMAN)));
        assertEquals(
                List.of("Changed from: whose country is Germany; to: whose country is Austria."),
                words(all(ADULT, GERMAN), all(ADULT, country("Austria"))));
        assertEquals(
                List.of("Changed from: with at least 3 purchase events; to: with at least 5 purchase events."),
                words(all(GERMAN, bought("purchase", "3")), all(bought("purchase", "5"), GERMAN)).stream()
                        .filter(line -> !line.startsWith("The order"))
                        .toList());
    }

    @Test
    void rowInTheMiddleLeavesItsNeighboursAlone() {
        assertEquals(
                List.of("Removed: with at least 1 view event."),
                words(all(GERMAN, bought("view", "1"), ADULT), all(GERMAN, ADULT)));
        assertEquals(
                List.of("Added: with at least 1 view event."),
                words(all(GERMAN, GERMAN), all(GERMAN, bought("view", "1"), GERMAN)));
    }

    @Test
    void groupsAreFollowedByTheRowsInThem() {
        Condition before = all(GERMAN, any(bought("view", "1"), bought("cart", "1")));
        Condition after =
                all(GERMAN, new NoneOf(List.of(bought("view", "2"), bought("cart", "1"), bought("purchase", "1"))));
        assertEquals(
                List.of(
                        "Group 2 changed from any of these to none of these.",
                        "Changed in group 2 from: with at least 1 view event; to: with at least 2 view events.",
                        "Added in group 2: with at least 1 purchase event."),
                words(before, after));
        assertEquals(
                List.of("The rows changed from all of these to any of these."),
                words(all(GERMAN, ADULT), any(GERMAN, ADULT)));
    }

    @Test
    void whatMovedIsSaidOnce() {
        assertEquals(
                List.of("Moved into group 2: whose age is at least 18."),
                words(all(ADULT, any(GERMAN)), all(any(GERMAN, ADULT))).stream()
                        .map(line -> line.replace("group 1", "group 2"))
                        .toList());
        assertEquals(
                List.of("Moved into group 1: whose age is at least 18.", "Added: a group, any of these."),
                words(all(ADULT), all(any(ADULT))));
        assertEquals(
                List.of("The order of the rows changed, which means the same users."),
                words(all(ADULT, GERMAN), all(GERMAN, ADULT)));
    }

    @Test
    void marksAreToldApartFromWhatPartsAsk() {
        Condition muted = Marks.with(ADULT, Mark.MUTED);
        assertEquals(List.of("Muted: whose age is at least 18."), words(all(GERMAN, ADULT), all(GERMAN, muted)));
        assertEquals(
                List.of("No longer muted and commented on with \u201cWhy\u201d: whose age is at least 18."),
                words(all(muted), all(Marks.commented(ADULT, "Why"))));
        assertEquals(
                List.of("Locked: any of these: whose country is Germany.").size(),
                words(all(any(GERMAN)), all(Marks.with(any(GERMAN), Mark.LOCKED)))
                        .size());
    }

    @Test
    void whatIsAddedOrRemovedMutedOrLockedIsCalledSo() {
        Condition muted = Marks.with(ADULT, Mark.MUTED);
        assertEquals(List.of("Added: muted, whose age is at least 18."), words(all(GERMAN), all(GERMAN, muted)));
        assertEquals(
                List.of("Removed: muted and locked, whose age is at least 18."),
                words(all(GERMAN, Marks.with(muted, Mark.LOCKED)), all(GERMAN)));
        assertEquals(
                List.of("Added: whose country is Germany (1 row is muted)."), words(all(), all(any(GERMAN, muted))));
        assertEquals(
                List.of("Moved into group 1: whose country is Germany.", "Added: a muted group, all of these."),
                words(all(GERMAN), all(Marks.with(all(GERMAN), Mark.MUTED))));
    }

    @Test
    void nameAndPurposeAreSaidBeforeTheCondition() {
        SegmentAbout about = new SegmentAbout("Sell more", SegmentAbout.Figure.CONVERSION, 12.5, "Ada", "");
        SegmentDefinition first = definition(1, "Young", all(GERMAN), SegmentAbout.NONE);
        SegmentDefinition second = definition(2, "Germans", all(GERMAN, ADULT), about);
        assertEquals(
                List.of(
                        "Name changed from \u201cYoung\u201d to \u201cGermans\u201d.",
                        "Goal set to \u201cSell more\u201d.",
                        "Key figure set to \u201cconversion\u201d.",
                        "Target set to \u201c12.5%\u201d.",
                        "Owner set to \u201cAda\u201d.",
                        "Added: whose age is at least 18."),
                EditWords.of(first, second, ConditionSentence.byId(), Progress.none()));
        assertTrue(EditWords.of(second, first, ConditionSentence.byId(), Progress.none())
                .contains("Owner \u201cAda\u201d taken away."));
    }

    private static SegmentDefinition definition(int version, String name, Condition condition, SegmentAbout about) {
        return new SegmentDefinition(new SegmentId("s"), version, name, condition, "Ada", "", Instant.EPOCH, about);
    }

    /// Rows before, less those removed and changed, with those added and changed, are the rows after; the users gained
    /// less those lost are the difference of two audiences asked on their own.
    @Test
    void randomEditsAddUpInRowsAndInUsers() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomTrees trees = new RandomTrees(random);
            Condition before = all(trees.next(), trees.next(), any(trees.next(), trees.next()));
            Condition after = edited(before, trees, random);
            List<Edit> edits = ConditionDiff.between(before, after, Progress.none());
            assertEquals(sorted(Rows.of(after)), sorted(applied(Rows.of(before), edits)), "rows, seed " + seed);
            assertEquals(before.equals(after), edits.isEmpty(), "seed " + seed);
            if (seed % 3 == 0) {
                users(before, after, new RandomPopulations(random).next(), seed);
            }
        }
    }

    private static void users(Condition before, Condition after, Population people, long seed) {
        SegmentService segments = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
        SegmentDiff diff = new VersionService(segments)
                .diff(
                        definition(1, "A", before, SegmentAbout.NONE),
                        definition(2, "B", after, SegmentAbout.NONE),
                        RandomPopulations.AS_OF,
                        Progress.none());
        SegmentDiff.Users users = diff.users().orElseThrow();
        SegmentService alone = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
        int first =
                alone.audience(before, RandomPopulations.AS_OF, Progress.none()).size();
        int second =
                alone.audience(after, RandomPopulations.AS_OF, Progress.none()).size();
        assertEquals(second - first, users.gained().size() - users.lost().size(), "users, seed " + seed);
    }

    private static List<Condition> applied(List<Condition> rows, List<Edit> edits) {
        List<Condition> left = new ArrayList<>(rows);
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Added added -> left.addAll(Rows.of(added.part()));
                case Edit.Removed removed -> Rows.of(removed.part()).forEach(left::remove);
                case Edit.Changed changed -> {
                    left.remove(changed.before());
                    left.add(changed.after());
                }
                case Edit.Regrouped group -> {}
                case Edit.Marked marked -> {}
                case Edit.Moved moved -> assertTrue(rows.containsAll(Rows.of(moved.part())));
                case Edit.Reordered order -> {}
            }
        }
        return left;
    }

    private static List<String> sorted(List<Condition> rows) {
        return rows.stream().map(Condition::toString).sorted().toList();
    }

    /// One to four edits somewhere.
    private static Condition edited(Condition top, RandomTrees trees, SplittableRandom random) {
        Condition now = top;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            now = edit(now, trees, random);
        }
        return now;
    }

    private static Condition edit(Condition group, RandomTrees trees, SplittableRandom random) {
        List<Condition> parts = new ArrayList<>(Conditions.parts(group));
        int at = parts.isEmpty() ? 0 : random.nextInt(parts.size());
        if (!parts.isEmpty() && Conditions.isGroup(parts.get(at)) && random.nextInt(3) > 0) {
            parts.set(at, edit(parts.get(at), trees, random));
            return Conditions.withParts(group, parts);
        }
        switch (random.nextInt(5)) {
            case 0 -> parts.add(at, trees.next());
            case 1 -> parts.removeAll(parts.isEmpty() ? List.of() : List.of(parts.get(at)));
            case 2 -> replace(parts, at, trees.next());
            case 3 -> parts.addFirst(parts.isEmpty() ? GERMAN : parts.remove(parts.size() - 1));
            default -> {
                return new NoneOf(parts);
            }
        }
        return Conditions.withParts(group, parts);
    }

    private static void replace(List<Condition> parts, int at, Condition now) {
        if (!parts.isEmpty()) {
            parts.set(at, now);
        }
    }

    /// Every group shares a row about the same with every other, which is the most there can be to compare.
    @Test
    void manyGroupsAreMatchedInAsManyStepsAndCanBeCancelled() {
        List<Condition> old = new ArrayList<>();
        List<Condition> now = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            old.add(any(country("c" + i), ADULT));
            now.add(any(country("c" + i), new AttributeCondition("age", Comparison.AT_MOST, List.of("17"))));
        }
        CountedSteps all = new CountedSteps(Integer.MAX_VALUE);
        List<Edit> edits = ConditionDiff.between(new AllOf(old), new AllOf(now), all);
        assertEquals(400, edits.size());
        assertTrue(edits.stream().allMatch(Edit.Changed.class::isInstance));
        assertTrue(all.steps > 400 && all.steps < 40 * 400, "each at most 400 comparisons: " + all.steps);
        for (int most : List.of(0, 300, all.steps / 2, all.steps - 1)) {
            CountedSteps few = new CountedSteps(most);
            assertThrows(CancellationException.class, () -> ConditionDiff.between(new AllOf(old), new AllOf(now), few));
            assertEquals(most + 1, few.steps);
        }
    }

    /// Nobody wants it any more after so many steps.
    private static final class CountedSteps implements Progress {
        private final int most;
        private int steps;

        CountedSteps(int most) {
            this.most = most;
        }

        @Override
        public void report(String stage, long done, long total) {}

        @Override
        public boolean isCancelled() {
            steps++;
            return steps > most;
        }
    }

    @Test
    void groupsThatShareTheMostBelongTogetherWhateverTheirPlace() {
        Condition young = new AttributeCondition("age", Comparison.AT_MOST, List.of("30"));
        assertEquals(
                List.of(
                        "The order of the rows changed, which means the same users.",
                        "Added in group 2: whose age is at least 18."),
                words(
                        all(any(GERMAN, country("Austria"), young), all(GERMAN, young)),
                        all(all(GERMAN, young), any(GERMAN, country("Austria"), young, ADULT))));
    }

    /// An import between two questions would name other users.
    @Test
    void usersAreCountedAndNamedOfOnePopulation() {
        List<Population> asked = new ArrayList<>();
        SegmentService segments = new SegmentService(
                new FakeSegmentStore(),
                progress -> {
                    asked.add(new RandomPopulations(new SplittableRandom(asked.size())).next());
                    return asked.getLast();
                },
                Clock.systemUTC());
        SegmentDiff.Users users = new VersionService(segments)
                .diff(
                        definition(1, "A", new AnyOf(List.of()), SegmentAbout.NONE),
                        definition(2, "A", all(), SegmentAbout.NONE),
                        RandomPopulations.AS_OF,
                        Progress.none())
                .users()
                .orElseThrow();
        assertEquals(1, asked.size());
        List<String> names = asked.getFirst().events().users().texts();
        assertFalse(users.gained().isEmpty());
        assertTrue(names.containsAll(users.gained().stream().map(UserId::value).toList()));
    }

    @Test
    void versionsThatCannotBeAskedStillSayWhatChanged() {
        SegmentService segments = new SegmentService(
                new FakeSegmentStore(),
                progress -> new RandomPopulations(new SplittableRandom(1)).next(),
                Clock.systemUTC());
        SegmentDiff diff = new VersionService(segments)
                .diff(
                        definition(1, "A", all(new SegmentCondition(new SegmentId("gone"))), SegmentAbout.NONE),
                        definition(2, "A", all(GERMAN), SegmentAbout.NONE),
                        RandomPopulations.AS_OF,
                        Progress.none());
        assertTrue(diff.users().isEmpty());
        assertEquals("segments.unknown-reference", diff.problem().orElseThrow().code());
        assertEquals(1, diff.changes().size());
    }
}
