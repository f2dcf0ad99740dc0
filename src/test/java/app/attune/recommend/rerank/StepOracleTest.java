package app.attune.recommend.rerank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Steps against their definitions, worked out anew and slowly.
final class StepOracleTest {
    private static final int SEEDS = 300;
    private static final double TINY = 1e-12;

    /// At each place whoever has the highest value with those taken before; earlier ones first.
    private static List<Integer> greedy(
            RandomCase drawn, int n, double weight, BiFunction<List<Integer>, Integer, Double> gain) {
        List<Integer> taken = new ArrayList<>();
        while (taken.size() < Math.min(n, drawn.user.items().length)) {
            int best = -1;
            double most = 0;
            for (int at = 0; at < drawn.user.items().length; at++) {
                int item = drawn.user.items()[at];
                if (!taken.contains(item)) {
                    double value = (1 - weight) * drawn.relevance(at) + weight * gain.apply(taken, item);
                    if (best < 0 || value > most + TINY) {
                        most = value;
                        best = item;
                    }
                }
            }
            taken.add(best);
        }
        return taken;
    }

    @Test
    void diversityIsMaximalMarginalRelevance() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 1 + (int) (seed % 12));
            double weight = drawn.random.nextInt(11) / 10.0;
            List<Integer> expected = greedy(
                    drawn,
                    5,
                    weight,
                    (taken, item) -> -taken.stream()
                            .mapToDouble(other -> 1 - drawn.unlike[item][other])
                            .max()
                            .orElse(0));
            assertEquals(
                    expected,
                    RandomCase.items(drawn.run(5, new Step.Diversity(weight, Step.Diversity.USERS))),
                    "seed " + seed + ", weight " + weight);
        }
    }

    @Test
    void diversityByAnAttributeLooksAtSharedValues() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 8);
            List<Integer> expected = greedy(
                    drawn,
                    4,
                    0.4,
                    (taken, item) -> -taken.stream()
                            .mapToDouble(other -> jaccard(drawn.categories[item], drawn.categories[other]))
                            .max()
                            .orElse(0));
            assertEquals(expected, RandomCase.items(drawn.run(4, new Step.Diversity(0.4, "category"))), "seed " + seed);
        }
    }

    private static double jaccard(String one, String other) {
        List<String> ofOther = RandomCase.values(other);
        List<String> both = new ArrayList<>(RandomCase.values(one));
        int sum = both.size() + ofOther.size();
        both.retainAll(ofOther);
        return both.isEmpty() ? 0 : (double) both.size() / (sum - both.size());
    }

    @Test
    void calibrationComesAsCloseToTheMixAsItsDefinition() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 1 + (int) (seed % 10));
            double weight = drawn.random.nextInt(11) / 10.0;
            Map<String, Double> wanted = new HashMap<>();
            for (int at = 0; at < drawn.user.history().length; at++) {
                add(
                        wanted,
                        drawn.categories[drawn.user.history()[at]],
                        drawn.user.weights()[at]);
            }
            List<Integer> expected = wanted.isEmpty()
                    ? drawn.own(4)
                    : greedy(drawn, 4, weight, (taken, item) -> -divergence(drawn, wanted, taken, item));
            assertEquals(
                    expected,
                    RandomCase.items(drawn.run(4, new Step.Calibration(weight, ""))),
                    "seed " + seed + ", weight " + weight);
        }
    }

    private static double divergence(RandomCase drawn, Map<String, Double> wanted, List<Integer> taken, int item) {
        Map<String, Double> list = new HashMap<>();
        taken.forEach(one -> add(list, drawn.categories[one], 1));
        add(list, drawn.categories[item], 1);
        double all = wanted.values().stream().mapToDouble(one -> one).sum();
        double listed = list.values().stream().mapToDouble(one -> one).sum();
        return wanted.entrySet().stream()
                .mapToDouble(kind -> {
                    double p = kind.getValue() / all;
                    double q = listed > 0 ? list.getOrDefault(kind.getKey(), 0.0) / listed : 0;
                    return p * Math.log(p / (0.99 * q + 0.01 * p));
                })
                .sum();
    }

    private static void add(Map<String, Double> sums, String text, double weight) {
        List<String> values = RandomCase.values(text);
        values.forEach(value -> sums.merge(value, weight / values.size(), Double::sum));
    }

    @Test
    void popularityIsTakenFromRelevance() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 9);
            double weight = 0.1 * (1 + seed % 10);
            double most = Math.log1p(Arrays.stream(drawn.users).max().orElseThrow());
            List<Integer> expected = IntStream.range(0, 9)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer at) -> -((1 - weight) * drawn.relevance(at)
                            - weight * Math.log1p(drawn.users[drawn.user.items()[at]]) / most)))
                    .map(at -> drawn.user.items()[at])
                    .limit(6)
                    .toList();
            assertEquals(expected, RandomCase.items(drawn.run(6, new Step.Popularity(weight))), "seed " + seed);
        }
    }

    @Test
    void conditionsKeepWhatMeetsThemInOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 8);
            Step.Missing missing = seed % 2 == 0 ? Step.Missing.IN : Step.Missing.OUT;
            List<Integer> expected = Arrays.stream(drawn.user.items())
                    .filter(item ->
                            Double.isNaN(drawn.stock[item]) ? missing == Step.Missing.IN : drawn.stock[item] > 1)
                    .limit(5)
                    .boxed()
                    .toList();
            Reranked list = drawn.run(5, new Step.Only("stock", Step.Test.ABOVE, "1", missing));
            assertEquals(expected, RandomCase.items(list), "seed " + seed);
            for (Reranked.Dropped one : list.dropped()) {
                double stock = drawn.stock[one.itemIdx()];
                assertEquals(
                        Double.isNaN(stock) ? "stock is missing" : "stock is " + (int) stock,
                        one.why(),
                        "seed " + seed);
            }
        }
    }

    @Test
    void conditionsCompareTextsAndSeveralValues() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 8);
            List<Integer> with = Arrays.stream(drawn.user.items())
                    .filter(item -> RandomCase.values(drawn.brands[item]).contains("b1"))
                    .boxed()
                    .toList();
            assertEquals(
                    with,
                    RandomCase.items(drawn.run(8, new Step.Only("brand", Step.Test.EQUAL, "b1", Step.Missing.OUT))));
            List<Integer> others = Arrays.stream(drawn.user.items())
                    .filter(item -> !RandomCase.values(drawn.brands[item]).contains("b1"))
                    .boxed()
                    .toList();
            assertEquals(
                    others,
                    RandomCase.items(drawn.run(8, new Step.Only("brand", Step.Test.OTHER, "b1", Step.Missing.IN))));
        }
    }

    @Test
    void strengthZeroLeavesTheListAsItIs() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 10);
            Reranked list =
                    drawn.run(6, new Step.Diversity(0, "users"), new Step.Calibration(0, ""), new Step.Popularity(0));
            assertEquals(drawn.own(6), RandomCase.items(list), "seed " + seed);
            assertTrue(list.dropped().isEmpty() && list.notes().isEmpty());
            list.items().forEach(item -> {
                assertEquals(item.score(), item.carried());
                assertEquals("", item.words());
            });
        }
    }

    @Test
    void placesCarryScoresThatNeverRise() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomCase drawn = new RandomCase(seed, 12);
            Reranked list = drawn.run(
                    7,
                    new Step.AtMost(2, "category", ""),
                    new Step.Diversity(0.5, "users"),
                    new Step.Calibration(0.4, ""),
                    new Step.Popularity(0.3));
            for (int place = 1; place < list.items().size(); place++) {
                assertTrue(
                        list.items().get(place).carried()
                                <= list.items().get(place - 1).carried(),
                        "seed " + seed);
            }
            list.items().forEach(item -> assertEquals(drawn.user.scores()[item.from() - 1], item.score()));
        }
    }
}
