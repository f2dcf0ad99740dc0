package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Seeds;
import app.attune.recommend.FactorSearch.Question;
import app.attune.recommend.TopItems.Ranked;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is screened in single precision against every product in double precision: the same places and bits.
final class FactorSearchTest {
    private final SplittableRandom random = Seeds.stream(11, "search");

    @Test
    void theBestAreThoseOfDoublePrecisionToTheBit() {
        for (int round = 0; round < 60; round++) {
            int d = 1 + random.nextInt(40);
            int items = 1 + random.nextInt(500);
            int k = random.nextInt(30);
            float[] factors = factors(items, d);
            List<Question> questions = Stream.generate(() -> question(items, d))
                    .limit(1 + random.nextInt(9))
                    .toList();
            List<Ranked> best = new FactorSearch(factors, d).best(questions, k);
            for (int q = 0; q < questions.size(); q++) {
                Ranked expected = slow(factors, questions.get(q), k);
                assertArrayEquals(expected.positions(), best.get(q).positions(), "seed 11, round " + round);
                assertArrayEquals(expected.scores(), best.get(q).scores(), "seed 11, round " + round);
            }
        }
    }

    @Test
    void scoresOfAllItemsAreTheSameBits() {
        float[] factors = factors(150, 7);
        double[] user = question(150, 7).user();
        double[] scores = new double[150];
        new FactorSearch(factors, 7).score(user, scores);
        for (int item = 0; item < 150; item++) {
            assertEquals(product(factors, user, item), scores[item]);
        }
    }

    @Test
    void aUserOfZerosGetsNothing() {
        Question nobody = new Question(new double[3], new int[0]);
        assertEquals(
                0,
                new FactorSearch(factors(100, 3), 3)
                        .best(List.of(nobody), 5)
                        .getFirst()
                        .size());
    }

    private static Ranked slow(float[] factors, Question question, int k) {
        TopItems top = new TopItems(k);
        for (int item = 0; item < factors.length / question.user().length; item++) {
            double product = product(factors, question.user(), item);
            if (product > 0 && Arrays.binarySearch(question.without(), item) < 0) {
                top.offer(item, product);
            }
        }
        return top.drain();
    }

    private static double product(float[] factors, double[] user, int item) {
        double sum = 0;
        for (int f = 0; f < user.length; f++) {
            sum += user[f] * factors[item * user.length + f];
        }
        return sum;
    }

    /// Every third item is as good as another or next to it.
    private float[] factors(int items, int d) {
        float[] factors = new float[items * d];
        for (int item = 0; item < items; item++) {
            boolean near = item > 0 && item % 3 == 0;
            for (int f = 0; f < d; f++) {
                factors[item * d + f] = near
                        ? factors[(item - 1) * d + f] * (random.nextInt(4) == 0 ? 1.0000001f : 1)
                        : (float) (random.nextGaussian() * Math.pow(10, random.nextInt(3) - 2));
            }
        }
        return factors;
    }

    private Question question(int items, int d) {
        double[] user = random.doubles(d, -1, 1.5).toArray();
        int[] without = IntStream.range(0, items)
                .filter(item -> random.nextInt(10) == 0)
                .toArray();
        return new Question(user, without);
    }
}
