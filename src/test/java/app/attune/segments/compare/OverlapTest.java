package app.attune.segments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.Condition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class OverlapTest {
    private static final Condition EVERYBODY = new AllOf(List.of());
    private static final Condition NOBODY = new AnyOf(List.of());

    private static SegmentDraft draft(int number, Condition condition) {
        return new SegmentDraft(new SegmentId("s" + number), "S" + number, condition);
    }

    private static SegmentService service(Population people) {
        return new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
    }

    @Test
    void everyCombinationHoldsTheVeryUsersWhoAreInThoseSegmentsAndInNoOther() {
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Population people = new RandomPopulations(random).next();
            SegmentService segments = service(people);
            RandomTrees trees = new RandomTrees(random);
            List<SegmentDraft> drafts = IntStream.range(0, 2 + random.nextInt(4))
                    .mapToObj(number -> draft(number, trees.next()))
                    .toList();
            Overlap found = new CompareService(segments).overlap(drafts, RandomPopulations.AS_OF, Progress.none());
            Map<String, Integer> expected = new TreeMap<>();
            for (int userIdx = 0; userIdx < people.size(); userIdx++) {
                List<Integer> in = new ArrayList<>();
                for (int part = 0; part < drafts.size(); part++) {
                    if (people.isKnownAt(RandomPopulations.AS_OF, userIdx)
                            && segments.explain(drafts.get(part).condition(), RandomPopulations.AS_OF, userIdx)
                                    .matched()) {
                        in.add(part);
                    }
                }
                if (!in.isEmpty()) {
                    expected.merge(in.toString(), 1, Integer::sum);
                }
            }
            Map<String, Integer> counted = new TreeMap<>();
            found.combinations().forEach(one -> counted.put(one.inside().toString(), one.size()));
            assertEquals(expected, counted, "seed " + seed);
            agree(found, segments, drafts, "seed " + seed);
        }
    }

    /// The numbers of the list, the pairs and the combinations are the same numbers.
    private static void agree(Overlap found, SegmentService segments, List<SegmentDraft> drafts, String seed) {
        for (int part = 0; part < drafts.size(); part++) {
            int number = part;
            int size = segments.audience(drafts.get(part).condition(), RandomPopulations.AS_OF, Progress.none())
                    .size();
            assertEquals(size, found.parts().get(part).size(), seed);
            assertEquals(
                    size,
                    found.combinations().stream()
                            .filter(one -> one.inside().contains(number))
                            .mapToInt(Overlap.Combination::size)
                            .sum(),
                    seed);
        }
        for (Overlap.Pair pair : found.pairs()) {
            int first = found.parts().get(pair.first()).size();
            int second = found.parts().get(pair.second()).size();
            assertEquals(first + second - pair.both(), pair.either(), seed);
        }
    }

    @Test
    void theSumIsSaidInWordsAndAddsUp() {
        Overlap two = overlap(users(0, 12), users(8, 17));
        assertEquals("S0 12 + S1 9 - 4 in both = 17 users in at least one, 8.5% of 200.", OverlapWords.sum(two));
        assertEquals(
                "4 in both: 33% of S0, 44% of S1; Jaccard 0.235",
                OverlapWords.of(two, two.pairs().getFirst()));
        assertEquals("4 of 12 users in S0 (33%) are also in S1", OverlapWords.title(two));
        Overlap three = overlap(users(0, 12), users(8, 17), users(16, 30));
        assertEquals(
                "S0 12 + S1 9 + S2 14 - 5 counted again because they are in several = 30 users in at least one,"
                        + " 15.0% of 200.",
                OverlapWords.sum(three));
        assertEquals("Nobody is in all of S0, S1 and S2", OverlapWords.title(three));
        assertEquals(
                List.of("S2 only", "S0 only", "S0 and S1", "S1 only", "S1 and S2"),
                three.combinations().stream().map(three::name).toList());
        assertEquals(
                30,
                OverlapWords.chart(three).bars().stream()
                        .mapToDouble(bar -> bar.value())
                        .sum());
    }

    private static RoaringBitmap users(int from, int to) {
        return RoaringBitmap.bitmapOf(IntStream.range(from, to).toArray());
    }

    private static Overlap overlap(RoaringBitmap... users) {
        List<Overlap.Part> parts = IntStream.range(0, users.length)
                .mapToObj(number -> new Overlap.Part(draft(number, EVERYBODY), users[number]))
                .toList();
        return Overlap.of(parts, 200, RandomPopulations.AS_OF);
    }

    @Test
    void segmentsOfNobodyAndOfEverybodyOverlapToo() {
        Population people = new RandomPopulations(new SplittableRandom(7)).next();
        CompareService compare = new CompareService(service(people));
        Overlap found = compare.overlap(
                List.of(draft(0, NOBODY), draft(1, EVERYBODY)), RandomPopulations.AS_OF, Progress.none());
        assertEquals(found.population(), found.union());
        assertEquals(0, found.everywhere());
        assertEquals("Nobody is in both S0 and S1", OverlapWords.title(found));
        Overlap empty =
                compare.overlap(List.of(draft(0, NOBODY), draft(1, NOBODY)), RandomPopulations.AS_OF, Progress.none());
        assertEquals(0, empty.union());
        assertTrue(OverlapWords.of(empty, empty.pairs().getFirst()).endsWith("Jaccard -"));
    }

    @Test
    void tooFewAndTooManyAreRefused() {
        CompareService compare = new CompareService(service(new RandomPopulations(new SplittableRandom(7)).next()));
        List<SegmentDraft> same = List.of(draft(0, EVERYBODY), draft(0, EVERYBODY));
        assertEquals("segments.too-few-compared", code(compare, same));
        List<SegmentDraft> many = IntStream.range(0, 13)
                .mapToObj(number -> draft(number, EVERYBODY))
                .toList();
        assertEquals("segments.too-many-compared", code(compare, many));
    }

    private static String code(CompareService compare, List<SegmentDraft> drafts) {
        return assertThrows(
                        ProblemException.class, () -> compare.overlap(drafts, RandomPopulations.AS_OF, Progress.none()))
                .problem()
                .code();
    }
}
