package app.attune.recommend.algebra;

import app.attune.recommend.algebra.Kernels.Product;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Inverts a large symmetric positive definite matrix in its own place, by sweeping blocks of rows on all processors.
///
/// A sweep of block K turns A into: -P at (K, K), P A(K, j) at (K, j), and A(i, j) - A(i, K) P A(K, j) elsewhere, P the
/// inverse of A(K, K). After every block was swept, A is minus its inverse. Only the upper triangle is kept on the way.
/// Cost n^3 / 2 products, one array of n x n floats. Source: Goodnight, "A tutorial on the SWEEP operator", The
/// American
/// Statistician 33(3), 1979, by blocks.
public final class Inverse {
    private static final int BLOCK = 64;
    private static final int ROWS = 4;
    private static final int WIDE = 512;

    private final Kernels kernels;
    private final float[] a;
    private final int n;

    private Inverse(Kernels kernels, float[] a, int n) {
        this.kernels = kernels;
        this.a = a;
        this.n = n;
    }

    /// Overwrites `a` with its inverse, both triangles.
    ///
    /// @param a     n x n, row-major, symmetric positive definite; only the upper triangle is read
    /// @param swept told how many rows are done, after every block; may throw to give up
    /// @throws ArithmeticException if it is not positive definite in single precision
    public static void invert(Kernels kernels, float[] a, int n, IntConsumer swept) {
        Inverse inverse = new Inverse(kernels, a, n);
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            inverse.sweep(from, to);
            swept.accept(to);
        }
        inverse.finish();
    }

    private void sweep(int from, int to) {
        int size = to - from;
        float[] rows = rows(from, size);
        float[] inverted = invertBlock(rows, from, size);
        float[] swept = new float[size * n];
        eachStrip((i, width) -> {
            Product product = new Product(inverted, 0, size, rows, i, n, size, size, width);
            kernels.multiply(product, swept, i, n, 1);
        });
        eachStrip((i, width) -> {
            for (int left = i; left < n; left += WIDE) {
                takeAway(rows, swept, new Part(i, i + width, left, Math.min(n, left + WIDE)), size);
            }
        });
        put(swept, inverted, from, size);
    }

    /// The rows of a block, whole: the columns before it are read from above the diagonal.
    private float[] rows(int from, int size) {
        float[] rows = new float[size * n];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < from; j++) {
                rows[k * n + j] = a[j * n + from + k];
            }
            System.arraycopy(a, (from + k) * n + from, rows, k * n + from, n - from);
            for (int j = 0; j < k; j++) {
                rows[k * n + from + j] = rows[j * n + from + k];
            }
        }
        return rows;
    }

    /// The swept rows of a block, in the places [#rows] took them from.
    private void put(float[] swept, float[] inverted, int from, int size) {
        int to = from + size;
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < from; j++) {
                a[j * n + from + k] = swept[k * n + j];
            }
            System.arraycopy(swept, k * n + to, a, (from + k) * n + to, n - to);
            for (int j = 0; j < size; j++) {
                a[(from + k) * n + from + j] = -inverted[k * size + j];
            }
        }
    }

    /// Rows and columns of A, from and to.
    private record Part(int top, int bottom, int left, int right) {}

    /// What the sweep takes from a part of A, as far as it lies above the diagonal.
    private void takeAway(float[] rows, float[] swept, Part part, int depth) {
        for (int row = part.top; row < Math.min(part.bottom, part.right); row += ROWS) {
            int height = Math.min(ROWS, part.bottom - row);
            int left = Math.max(part.left, row);
            Product product = new Product(rows, row, n, swept, left, n, depth, height, part.right - left);
            kernels.multiply(product, a, row * n + left, n, -1);
        }
    }

    /// The inverse of the block on the diagonal, in double precision.
    private static float[] invertBlock(float[] rows, int from, int size) {
        int n = rows.length / size;
        double[] block = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                block[i * size + j] = rows[i * n + from + j];
            }
        }
        for (int k = 0; k < size; k++) {
            sweepOne(block, size, k, from);
        }
        float[] inverse = new float[size * size];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = (float) -block[i];
        }
        return inverse;
    }

    private static void sweepOne(double[] block, int size, int k, int from) {
        double pivot = block[k * size + k];
        if (!(pivot > 0)) {
            throw new ArithmeticException("The matrix is not positive definite at row " + (from + k));
        }
        for (int i = 0; i < size; i++) {
            double factor = block[i * size + k] / pivot;
            for (int j = 0; i != k && j < size; j++) {
                if (j != k) {
                    block[i * size + j] -= factor * block[k * size + j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            if (i != k) {
                block[i * size + k] /= pivot;
                block[k * size + i] /= pivot;
            }
        }
        block[k * size + k] = -1 / pivot;
    }

    private void finish() {
        eachStrip((from, width) -> {
            for (int row = from; row < from + width; row++) {
                for (int j = row; j < n; j++) {
                    a[row * n + j] = -a[row * n + j];
                }
            }
        });
        eachStrip((from, width) -> {
            for (int row = from; row < from + width; row++) {
                for (int j = 0; j < row; j++) {
                    a[row * n + j] = a[j * n + row];
                }
            }
        });
    }

    /// A strip of columns or rows that one thread works on.
    @FunctionalInterface
    private interface Strip {
        void run(int from, int width);
    }

    private void eachStrip(Strip strip) {
        IntStream.range(0, (n + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(block -> strip.run(block * BLOCK, Math.min(BLOCK, n - block * BLOCK)));
    }
}
