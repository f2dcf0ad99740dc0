package app.attune.recommend.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.recommend.algebra.Kernels.Product;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Vectors against plain loops, and both against arithmetic in double precision.
final class KernelsTest {
    private static final double CLOSE = 1e-4;

    private final SplittableRandom random = Seeds.stream(7, "kernels");

    static Stream<Kernels> kernels() {
        return Stream.of(Kernels.best(), new ScalarKernels());
    }

    @Test
    void vectorsAreUsedWhereTheModuleIs() {
        assertTrue(Kernels.best().lanes() > 1, "the tests run with jdk.incubator.vector");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void productsOfAllShapesAreRight(Kernels kernels) {
        for (int round = 0; round < 300; round++) {
            int depth = random.nextInt(40);
            int rows = 1 + random.nextInt(20);
            int columns = 1 + random.nextInt(90);
            int aStride = rows + random.nextInt(3);
            int bStride = columns + random.nextInt(3);
            int cStride = columns + random.nextInt(3);
            float[] a = floats(2 + depth * aStride);
            float[] b = floats(1 + depth * bStride);
            float[] c = floats(3 + rows * cStride);
            float sign = random.nextBoolean() ? 1 : -1;
            float[] expected = c.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    double sum = c[3 + i * cStride + j];
                    for (int k = 0; k < depth; k++) {
                        sum += sign * (double) a[2 + k * aStride + i] * b[1 + k * bStride + j];
                    }
                    expected[3 + i * cStride + j] = (float) sum;
                }
            }
            kernels.multiply(new Product(a, 2, aStride, b, 1, bStride, depth, rows, columns), c, 3, cStride, sign);
            assertArrayEquals(expected, c, (float) CLOSE, "seed 7, round " + round);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void sumsAndDotProductsAreRight(Kernels kernels) {
        for (int n = 0; n < 70; n++) {
            float[] x = floats(n + 1);
            float[] y = floats(n + 2);
            double dot = 0;
            float[] sum = y.clone();
            for (int i = 0; i < n; i++) {
                dot += (double) x[1 + i] * y[2 + i];
                sum[2 + i] += 0.5f * x[1 + i];
            }
            assertEquals(dot, kernels.dot(x, 1, y, 2, n), CLOSE);
            kernels.add(0.5f, x, 1, y, 2, n);
            assertArrayEquals(sum, y, (float) CLOSE);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void systemsAreSolved(Kernels kernels) {
        for (int n = 1; n <= 100; n += 9) {
            float[] matrix = positiveDefinite(n);
            float[] right = floats(n);
            float[] solution = right.clone();
            new Cholesky(kernels, n).solve(matrix.clone(), solution);
            for (int i = 0; i < n; i++) {
                double product = 0;
                for (int j = 0; j < n; j++) {
                    product += (double) matrix[i * n + j] * solution[j];
                }
                assertEquals(right[i], product, CLOSE, n + " rows");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void matricesAreInverted(Kernels kernels) {
        for (int n : new int[] {1, 2, 63, 64, 65, 130, 700}) {
            float[] matrix = positiveDefinite(n);
            float[] inverse = matrix.clone();
            Inverse.invert(kernels, inverse, n, done -> {});
            for (int row = 0; row < n; row += Math.max(1, n / 20)) {
                for (int j = 0; j < n; j++) {
                    double product = 0;
                    for (int k = 0; k < n; k++) {
                        product += (double) matrix[row * n + k] * inverse[k * n + j];
                    }
                    assertEquals(row == j ? 1 : 0, product, CLOSE, n + " rows");
                }
            }
        }
    }

    @Test
    void matricesThatAreNotPositiveDefiniteAreRefused() {
        float[] matrix = {1, 2, 2, 1};
        assertThrows(
                ArithmeticException.class,
                () -> new Cholesky(Kernels.best(), 2).solve(matrix.clone(), new float[] {1, 1}));
        assertThrows(ArithmeticException.class, () -> Inverse.invert(Kernels.best(), matrix.clone(), 2, done -> {}));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theFirstNumberThatIsLargeEnoughIsFound(Kernels kernels) {
        for (int n = 0; n < 70; n++) {
            float[] x = floats(n + 1);
            if (n > 3) {
                x[2] = Float.NaN;
            }
            int expected = 1;
            while (expected <= n && !(x[expected] >= 1)) {
                expected++;
            }
            assertEquals(expected, kernels.firstAtLeast(1, x, 1, n + 1));
        }
    }

    @Test
    void eigenvectorsTakeAMatrixApart() {
        for (int n : new int[] {1, 2, 17, 64}) {
            float[] matrix = positiveDefinite(n);
            double[] symmetric = new double[n * n];
            for (int i = 0; i < n * n; i++) {
                symmetric[i] = matrix[i / n * n + i % n] + matrix[i % n * n + i / n];
            }
            Eigen eigen = Eigen.of(symmetric, n, () -> {});
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    double angle = 0;
                    for (int f = 0; f < n; f++) {
                        sum += eigen.values()[f] * eigen.vectors()[f * n + i] * eigen.vectors()[f * n + j];
                        angle += eigen.vectors()[i * n + f] * eigen.vectors()[j * n + f];
                    }
                    assertEquals(symmetric[i * n + j], sum, 1e-7, n + " rows");
                    assertEquals(i == j ? 1 : 0, angle, 1e-12, n + " rows");
                }
            }
        }
    }

    @Test
    void aMatrixOfZerosHasOnlyZeros() {
        assertArrayEquals(new double[3], Eigen.of(new double[9], 3, () -> {}).values());
    }

    private float[] floats(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /// A random square plus the identity.
    private float[] positiveDefinite(int n) {
        float[] root = floats(n * n);
        float[] matrix = new float[n * n];
        new ScalarKernels().multiply(new Product(root, 0, n, root, 0, n, n, n, n), matrix, 0, n, 1f / n);
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] += 1;
        }
        return matrix;
    }
}
