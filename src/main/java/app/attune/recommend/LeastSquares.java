package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.algebra.Cholesky;
import app.attune.recommend.algebra.Kernels;
import app.attune.recommend.algebra.Kernels.Product;
import java.util.Arrays;
import java.util.stream.IntStream;

/// One half of an iteration of iALS: the factors of every row, given those of the other side.
///
/// With Y the other side's factors, row r with pairs of weights w solves
/// (unobserved * Y'Y + sum of w y y' + lambda * (pairs + unobserved * |Y|)^nu * I) x = sum of w y.
/// Rows are solved apart from each other, so the result does not depend on the number of threads.
final class LeastSquares {
    private static final int CHUNK = 64;
    private static final int GRAM_CHUNK = 2048;
    private static final int ROWS = 4;

    private final Kernels kernels = Kernels.best();
    private final Penalty penalty;
    private final int steps;

    /// What holds the factors back.
    ///
    /// @param unobserved weight of a pair that is not there
    /// @param lambda     strength
    /// @param nu         how strongly it grows with a row's pairs
    record Penalty(double unobserved, double lambda, double nu) {
        double of(int pairs, int others) {
            return lambda * StrictMath.pow(pairs + unobserved * others, nu);
        }
    }

    /// @param steps of conjugate gradients from the last factors; 0 solves exactly
    LeastSquares(Penalty penalty, int steps) {
        this.penalty = penalty;
        this.steps = steps;
    }

    /// Overwrites `factors`.
    void solve(SparseRows side, Factors factors, Factors others, String stage, Progress progress) {
        float[] gram = gram(others);
        for (int i = 0; i < gram.length; i++) {
            gram[i] *= (float) penalty.unobserved;
        }
        Blocks.run(side.rows(), stage, progress, (from, to) -> {
            RowSolver solver = new RowSolver(others, gram);
            for (int row = from; row < to; row++) {
                solver.solve(side, row, factors);
            }
        });
    }

    /// Y'Y, both triangles: sums of parts in a fixed order.
    float[] gram(Factors factors) {
        int stride = factors.stride();
        int chunks = (factors.rows() + GRAM_CHUNK - 1) / GRAM_CHUNK;
        float[][] parts = new float[chunks][];
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            int from = chunk * GRAM_CHUNK;
            parts[chunk] = new float[stride * stride];
            addSquare(
                    factors.values(), from * stride, stride, Math.min(GRAM_CHUNK, factors.rows() - from), parts[chunk]);
        });
        float[] gram = new float[stride * stride];
        for (float[] part : parts) {
            kernels.add(1, part, 0, gram, 0, gram.length);
        }
        for (int i = 0; i < stride; i++) {
            for (int j = 0; j < i; j++) {
                gram[i * stride + j] = gram[j * stride + i];
            }
        }
        return gram;
    }

    /// Adds the upper triangle, and some of what lies below it, of the sum of outer products of rows.
    private void addSquare(float[] rows, int at, int stride, int depth, float[] square) {
        int aligned = 2 * kernels.lanes();
        for (int i = 0; i < stride; i += ROWS) {
            int left = i / aligned * aligned;
            int height = Math.min(ROWS, stride - i);
            Product product = new Product(rows, at + i, stride, rows, at + left, stride, depth, height, stride - left);
            kernels.multiply(product, square, i * stride + left, stride, 1);
        }
    }

    /// Solves one row after another in space of its own.
    private final class RowSolver {
        private final Factors others;
        private final float[] gram;
        private final int stride;
        private final float[] matrix;
        private final float[] right;
        private final float[] gathered;
        private final Cholesky cholesky;

        RowSolver(Factors others, float[] gram) {
            this.others = others;
            this.gram = gram;
            this.stride = others.stride();
            this.matrix = new float[stride * stride];
            this.right = new float[stride];
            this.gathered = new float[CHUNK * stride];
            this.cholesky = new Cholesky(kernels, stride);
        }

        void solve(SparseRows side, int row, Factors factors) {
            float ridge = (float) penalty.of(side.to(row) - side.from(row), others.rows());
            Arrays.fill(right, 0);
            for (int at = side.from(row); at < side.to(row); at++) {
                kernels.add((float) side.weight(at), others.values(), side.other(at) * stride, right, 0, stride);
            }
            if (steps == 0) {
                fillMatrix(side, row, ridge);
                cholesky.solve(matrix, right);
                System.arraycopy(right, 0, factors.values(), row * stride, stride);
            } else {
                new Descent(side, row, ridge).run(factors.values(), row * stride);
            }
        }

        private void fillMatrix(SparseRows side, int row, float ridge) {
            System.arraycopy(gram, 0, matrix, 0, matrix.length);
            for (int from = side.from(row); from < side.to(row); from += CHUNK) {
                int to = Math.min(side.to(row), from + CHUNK);
                for (int at = from; at < to; at++) {
                    gather((float) Math.sqrt(side.weight(at)), side.other(at) * stride, (at - from) * stride);
                }
                addSquare(gathered, 0, stride, to - from, matrix);
            }
            for (int i = 0; i < stride; i++) {
                matrix[i * stride + i] += i < others.factors() ? ridge : 1;
            }
        }

        private void gather(float factor, int from, int to) {
            float[] values = others.values();
            for (int i = 0; i < stride; i++) {
                gathered[to + i] = factor * values[from + i];
            }
        }

        /// A few steps of conjugate gradients towards a row's solution, without its matrix.
        ///
        /// Source: Takács, Pilászy, Tikk, "Applications of the conjugate gradient method for implicit feedback
        /// collaborative filtering", RecSys 2011.
        private final class Descent {
            private final SparseRows side;
            private final int row;
            private final float ridge;

            Descent(SparseRows side, int row, float ridge) {
                this.side = side;
                this.row = row;
                this.ridge = ridge;
            }

            /// Improves x in its place.
            void run(float[] x, int xAt) {
                float[] applied = new float[stride];
                apply(x, xAt, applied);
                float[] residual = right.clone();
                kernels.add(-1, applied, 0, residual, 0, stride);
                float[] direction = residual.clone();
                float before = kernels.dot(residual, 0, residual, 0, stride);
                for (int step = 0; step < steps && before > 1e-20f; step++) {
                    apply(direction, 0, applied);
                    float length = before / kernels.dot(direction, 0, applied, 0, stride);
                    kernels.add(length, direction, 0, x, xAt, stride);
                    kernels.add(-length, applied, 0, residual, 0, stride);
                    float after = kernels.dot(residual, 0, residual, 0, stride);
                    float turn = after / before;
                    for (int i = 0; i < stride; i++) {
                        direction[i] = residual[i] + turn * direction[i];
                    }
                    before = after;
                }
            }

            private void apply(float[] x, int xAt, float[] result) {
                for (int i = 0; i < stride; i++) {
                    result[i] = ridge * x[xAt + i];
                }
                for (int i = 0; i < stride; i++) {
                    kernels.add(x[xAt + i], gram, i * stride, result, 0, stride);
                }
                for (int at = side.from(row); at < side.to(row); at++) {
                    int other = side.other(at) * stride;
                    float product = kernels.dot(others.values(), other, x, xAt, stride);
                    kernels.add((float) side.weight(at) * product, others.values(), other, result, 0, stride);
                }
            }
        }
    }
}
