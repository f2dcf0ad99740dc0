package app.attune.recommend.rerank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Limits against a look at every list there is.
final class LimitOracleTest {
    private static final int SEEDS = 600;
    private static final int N = 4;

    /// What one limit from below wants: its members by these places.
    private record Wish(String value, boolean isBrand, List<Integer> deadlines) {
        boolean isMember(RandomCase drawn, int item) {
            return RandomCase.values(isBrand ? drawn.brands[item] : drawn.categories[item])
                    .contains(value);
        }
    }

    /// All lists in the order of candidates, depth first; the first that is complete and meets all.
    private static Optional<List<Integer>> search(RandomCase drawn, int cap, List<Wish> wishes, List<Integer> list) {
        boolean couldGoOn = false;
        if (list.size() < N) {
            for (int item : drawn.user.items()) {
                if (!list.contains(item) && isAllowed(drawn, cap, list, item)) {
                    couldGoOn = true;
                    List<Integer> longer = new ArrayList<>(list);
                    longer.add(item);
                    Optional<List<Integer>> found = search(drawn, cap, wishes, longer);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return !couldGoOn && wishes.stream().allMatch(wish -> isMet(drawn, wish, list))
                ? Optional.of(list)
                : Optional.empty();
    }

    private static boolean isAllowed(RandomCase drawn, int cap, List<Integer> list, int item) {
        return RandomCase.values(drawn.categories[item]).stream()
                .allMatch(value -> list.stream()
                                .filter(other -> RandomCase.values(drawn.categories[other])
                                        .contains(value))
                                .count()
                        < cap);
    }

    private static boolean isMet(RandomCase drawn, Wish wish, List<Integer> list) {
        return IntStream.range(0, wish.deadlines().size())
                .allMatch(member -> list.stream()
                                .limit(wish.deadlines().get(member))
                                .filter(item -> wish.isMember(drawn, item))
                                .count()
                        > member);
    }

    private static List<Integer> expected(RandomCase drawn, int cap, List<Wish> asked) {
        List<Wish> wishes = new ArrayList<>(asked);
        wishes.replaceAll(wish -> first(wish, (int) Math.min(
                wish.deadlines().size(),
                Arrays.stream(drawn.user.items())
                        .filter(item -> wish.isMember(drawn, item))
                        .count())));
        Optional<List<Integer>> found = search(drawn, cap, wishes, List.of());
        while (found.isEmpty()) {
            int last = IntStream.range(0, wishes.size())
                    .filter(at -> !wishes.get(at).deadlines().isEmpty())
                    .max()
                    .orElseThrow();
            wishes.set(
                    last, first(wishes.get(last), wishes.get(last).deadlines().size() - 1));
            found = search(drawn, cap, wishes, List.of());
        }
        return found.get();
    }

    private static Wish first(Wish wish, int members) {
        return new Wish(wish.value(), wish.isBrand(), wish.deadlines().subList(0, members));
    }

    @Test
    void limitsGiveTheFirstListThatMeetsThemAll() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 2 + (int) (seed % 6));
            int cap = 1 + drawn.random.nextInt(3);
            int least = 1 + drawn.random.nextInt(3);
            Step.Share share = new Step.Share(0.2 + 0.6 * drawn.random.nextDouble(), 0.3, "category", "c1");
            List<Wish> wishes = List.of(
                    new Wish(
                            "b1",
                            true,
                            IntStream.range(0, least).map(at -> N).boxed().toList()),
                    new Wish(
                            "c1",
                            false,
                            Arrays.stream(FairShare.deadlines(share, N)).boxed().toList()));
            Reranked list =
                    drawn.run(N, new Step.AtMost(cap, "category", ""), new Step.AtLeast(least, "brand", "b1"), share);
            assertEquals(expected(drawn, cap, wishes), RandomCase.items(list), "seed " + seed);
        }
    }

    @Test
    void wishesThatCannotBeMetAreSaid() {
        int said = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 6);
            Reranked list = drawn.run(N, new Step.AtLeast(3, "brand", "b1"));
            long there = Arrays.stream(drawn.user.items())
                    .filter(item -> RandomCase.values(drawn.brands[item]).contains("b1"))
                    .count();
            long got = RandomCase.items(list).stream()
                    .filter(item -> RandomCase.values(drawn.brands[item]).contains("b1"))
                    .count();
            assertTrue(got >= Math.min(3, there), "seed " + seed);
            assertEquals(there < 3, !list.notes().isEmpty(), "seed " + seed + " " + list.notes());
            said += there < 3 ? 1 : 0;
        }
        assertTrue(said > SEEDS / 10 && said < SEEDS, "both happened: " + said);
    }

    @Test
    void shortListsAreSaid() {
        RandomCase drawn = new RandomCase(5, 8);
        Reranked list = drawn.run(8, new Step.Only("name", Step.Test.EQUAL, "n1", Step.Missing.OUT));
        assertEquals(1, list.items().size());
        assertEquals(List.of("Only 1 of 8 places are filled."), list.notes());
        assertEquals(7, list.dropped().size());
    }

    /// Table 2 of Zehlike et al. 2017: significance 0.1, lengths 1 to 12.
    @Test
    void fairSharesAreThoseOfThePaper() {
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), shares(0.1));
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2), shares(0.3));
        assertEquals(List.of(0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4), shares(0.5));
        assertEquals(List.of(0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6), shares(0.7));
    }

    private static List<Integer> shares(double share) {
        return IntStream.rangeClosed(1, 12)
                .map(length -> FairShare.least(length, share, 0.1))
                .boxed()
                .toList();
    }

    @Test
    void movedItemsSayWhereFromAndBecauseOfWhat() {
        boolean moved = false;
        boolean dropped = false;
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 8);
            Reranked list = drawn.run(N, new Step.AtMost(1, "category", ""));
            for (Reranked.Placed item : list.items()) {
                assertEquals(item.itemIdx(), drawn.user.items()[item.from() - 1]);
                assertEquals(
                        item.from() == item.place()
                                ? ""
                                : item.from() + " \u2192 " + item.place() + ", at most 1 per category",
                        item.words());
                moved |= !item.words().isEmpty();
            }
            List<Integer> gone = new ArrayList<>(drawn.own(N));
            gone.removeAll(RandomCase.items(list));
            assertEquals(
                    gone, list.missed().stream().map(Reranked.Dropped::itemIdx).toList(), "seed " + seed);
            for (Reranked.Dropped one : list.missed()) {
                assertEquals("at most 1 per category is reached", one.why());
                dropped = true;
            }
        }
        assertTrue(moved && dropped);
        assertFalse(new RandomCase(1, 8).run(N).items().isEmpty());
    }
}
