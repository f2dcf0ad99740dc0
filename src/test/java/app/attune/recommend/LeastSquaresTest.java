package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.recommend.LeastSquares.Penalty;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Solved rows against elimination in double precision, told apart by what they are for: their products with the other
/// side, which no turn of the axes changes.
final class LeastSquaresTest {
    private static final int ITEMS = 90;
    private static final int FEW = 20;

    /// So many that the axes are turned.
    private static final int ROWS = 2000;
    private static final Penalty PENALTY = new Penalty(0.2, 0.01, 0.7);

    private final SplittableRandom random = Seeds.stream(5, "least squares");

    @Test
    void rowsWithFewerAndWithMorePairsThanFactorsSolveTheirEquations() {
        for (int d : new int[] {1, 5, 16, 33, 64}) {
            assertSolved(pairs(FEW, 1.0), d);
            assertSolved(pairs(ROWS, 1.0), d);
        }
    }

    private static void assertSolved(SparseTable pairs, int d) {
        Factors items = Factors.random(ITEMS, d, 3, "items");
        double[][] before = rows(items);
        Factors users = Factors.zeros(pairs.rows(), d);
        new LeastSquares(PENALTY, 0).solve(pairs, users, items, "", Progress.none());
        for (int row = 0; row < FEW; row++) {
            assertSolved(pairs, row, before, product(users, row, items), d);
        }
    }

    @Test
    void aWeightThatHasDecayedToNothingIsAsGoodAsNoPair() {
        SparseTable pairs = pairs(ROWS, 1e-300);
        Factors items = Factors.random(ITEMS, 32, 3, "items");
        Factors users = Factors.zeros(pairs.rows(), 32);
        new LeastSquares(PENALTY, 0).solve(pairs, users, items, "", Progress.none());
        for (double score : product(users, 2, items)) {
            assertEquals(0, score, 1e-20);
        }
    }

    private static void assertSolved(SparseTable pairs, int row, double[][] items, double[] scores, int d) {
        double[][] system = new double[d][d + 1];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (double[] item : items) {
                    system[i][j] += PENALTY.unobserved() * item[i] * item[j];
                }
            }
            system[i][i] += PENALTY.of(pairs.to(row) - pairs.from(row), items.length);
        }
        for (int at = pairs.from(row); at < pairs.to(row); at++) {
            double[] item = items[pairs.other(at)];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    system[i][j] += pairs.weight(at) * item[i] * item[j];
                }
                system[i][d] += pairs.weight(at) * item[i];
            }
        }
        double[] solution = eliminated(system);
        for (int item = 0; item < items.length; item++) {
            double expected = 0;
            for (int i = 0; i < d; i++) {
                expected += solution[i] * items[item][i];
            }
            assertEquals(expected, scores[item], 2e-4 * (1 + Math.abs(expected)), d + " factors, row " + row);
        }
    }

    private static double[] eliminated(double[][] system) {
        int d = system.length;
        for (int k = 0; k < d; k++) {
            for (int i = 0; i < d; i++) {
                double factor = i == k ? 0 : system[i][k] / system[k][k];
                for (int j = k; factor != 0 && j <= d; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        return IntStream.range(0, d)
                .mapToDouble(i -> system[i][d] / system[i][i])
                .toArray();
    }

    private static double[] product(Factors users, int row, Factors items) {
        double[][] all = rows(items);
        double[] user = rows(users)[row];
        return Arrays.stream(all)
                .mapToDouble(item -> IntStream.range(0, user.length)
                        .mapToDouble(f -> user[f] * item[f])
                        .sum())
                .toArray();
    }

    private static double[][] rows(Factors factors) {
        double[][] rows = new double[factors.rows()][factors.factors()];
        for (int row = 0; row < rows.length; row++) {
            for (int f = 0; f < rows[row].length; f++) {
                rows[row][f] = factors.values()[row * factors.stride() + f];
            }
        }
        return rows;
    }

    /// Rows of 0, 4, 8 ... pairs, and again after twenty.
    private SparseTable pairs(int rows, double first) {
        int[] offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = offsets[row] + 4 * (row % FEW);
        }
        int[] others = IntStream.range(0, rows)
                .flatMap(row ->
                        random.ints(0, ITEMS).distinct().limit(4L * (row % FEW)).sorted())
                .toArray();
        double[] weights = random.doubles(others.length, 0.1, 3)
                .map(weight -> weight * first)
                .toArray();
        return new SparseTable(offsets, others, weights);
    }
}
