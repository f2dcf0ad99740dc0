package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.recommend.algebra.Eigen;
import app.attune.recommend.algebra.Kernels;
import app.attune.recommend.algebra.Kernels.Product;
import java.util.Arrays;
import java.util.stream.IntStream;

/// One half of an iteration of iALS: the factors of every row, given those of the other side.
///
/// With Y the other side's factors, row r with pairs of weights w solves
/// (unobserved * Y'Y + sum of w y y' + lambda * (pairs + unobserved * |Y|)^nu * I) x = sum of w y.
/// Where there are rows enough to pay for it, both sides are first turned to the axes on which Y'Y is diagonal: no
/// product of a user and an item changes, but what does not depend on the row costs d places instead of d^2, and a row
/// with fewer pairs than factors is a system of the size of its pairs ([RowEquations]). Rows are solved apart from each
/// other, so the result does not depend on the number of threads.
final class LeastSquares {
    private static final int GRAM_CHUNK = 2048;

    /// From about how many rows the turn costs less than it saves. Exactly, both grow with d^3; by steps of gradients
    /// the turn grows with d^3 and what a row saves with d^2.
    private static final int ROWS_EXACTLY = 2000;

    private static final long ROWS_A_FACTOR = 75;

    private final Kernels kernels = Kernels.best();
    private final Penalty penalty;
    private final int steps;

    /// What holds the factors back.
    ///
    /// @param unobserved weight of a pair that is not there
    /// @param lambda     strength
    /// @param nu         how strongly it grows with a row's pairs
    record Penalty(double unobserved, double lambda, double nu) implements UserEquation {
        double of(int pairs, int others) {
            return lambda * StrictMath.pow(pairs + unobserved * others, nu);
        }

        @Override
        public double everywhere() {
            return unobserved;
        }

        @Override
        public double square(double weight) {
            return weight;
        }

        @Override
        public double right(double weight) {
            return weight;
        }

        @Override
        public double ridge(int pairs, int items) {
            return of(pairs, items);
        }
    }

    /// @param steps of conjugate gradients from the last factors; 0 solves exactly
    LeastSquares(Penalty penalty, int steps) {
        this.penalty = penalty;
        this.steps = steps;
    }

    /// Overwrites `factors`, and may turn `others` to other axes.
    void solve(SparseRows side, Factors factors, Factors others, String stage, Progress progress) {
        Shared shared = paysToTurn(side.rows(), others.factors())
                ? turned(factors, others, progress)
                : new Shared(new float[others.stride()], everywhere(others));
        Blocks.run(side.rows(), stage, progress, (from, to) -> {
            RowEquations equations = new RowEquations(kernels, others, shared);
            for (int row = from; row < to; row++) {
                float ridge = (float) penalty.of(side.to(row) - side.from(row), others.rows());
                equations.solve(side, row, ridge, steps, factors);
            }
        });
    }

    private boolean paysToTurn(int rows, int d) {
        return steps == 0 ? rows >= ROWS_EXACTLY : rows >= ROWS_A_FACTOR * d;
    }

    /// What all rows have in common: a diagonal or a matrix, the other is zero or empty.
    @SuppressWarnings("ArrayRecordComponent") // Working space of a training, never compared.
    record Shared(float[] diagonal, float[] matrix) {
        boolean isDiagonal() {
            return matrix.length == 0;
        }
    }

    private Shared turned(Factors factors, Factors others, Progress progress) {
        Eigen eigen = Eigen.of(gram(others), others.factors(), progress::checkpoint);
        Turn turn = new Turn(kernels, eigen, others);
        turn.apply(others, progress);
        if (steps > 0) {
            turn.apply(factors, progress);
        }
        float[] diagonal = new float[others.stride()];
        for (int f = 0; f < others.factors(); f++) {
            diagonal[f] = (float) (penalty.unobserved * Math.max(0, eigen.values()[f]));
        }
        return new Shared(diagonal, new float[0]);
    }

    private float[] everywhere(Factors others) {
        double[] gram = gram(others);
        int d = others.factors();
        float[] matrix = new float[others.stride() * others.stride()];
        for (int i = 0; i < d * d; i++) {
            matrix[i / d * others.stride() + i % d] = (float) (penalty.unobserved * gram[i]);
        }
        return matrix;
    }

    /// Y'Y of the factors without what fills them up: sums of parts in a fixed order.
    double[] gram(Factors factors) {
        int stride = factors.stride();
        int chunks = (factors.rows() + GRAM_CHUNK - 1) / GRAM_CHUNK;
        float[][] parts = new float[chunks][];
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            int from = chunk * GRAM_CHUNK;
            int rows = Math.min(GRAM_CHUNK, factors.rows() - from);
            parts[chunk] = new float[stride * stride];
            addSquare(kernels, factors.values(), from * stride, stride, rows, parts[chunk]);
        });
        int d = factors.factors();
        double[] gram = new double[d * d];
        for (float[] part : parts) {
            for (int i = 0; i < d; i++) {
                for (int j = i; j < d; j++) {
                    gram[i * d + j] += part[i * stride + j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                gram[i * d + j] = gram[j * d + i];
            }
        }
        return gram;
    }

    /// Adds the upper triangle, and some of what lies below it, of the sum of outer products of rows.
    static void addSquare(Kernels kernels, float[] rows, int at, int stride, int depth, float[] square) {
        int aligned = 2 * kernels.lanes();
        for (int i = 0; i < stride; i += RowEquations.TALL) {
            int left = i / aligned * aligned;
            int height = Math.min(RowEquations.TALL, stride - i);
            Product product = new Product(rows, at + i, stride, rows, at + left, stride, depth, height, stride - left);
            kernels.multiply(product, square, i * stride + left, stride, 1);
        }
    }

    /// The turn to the axes of eigenvectors.
    private static final class Turn {
        private static final int BLOCK = 64;

        private final Kernels kernels;
        private final int stride;
        private final float[] axes;

        Turn(Kernels kernels, Eigen eigen, Factors turned) {
            this.kernels = kernels;
            this.stride = turned.stride();
            this.axes = new float[stride * stride];
            int d = turned.factors();
            for (int f = 0; f < d; f++) {
                for (int k = 0; k < d; k++) {
                    axes[k * stride + f] = (float) eigen.vectors()[f * d + k];
                }
            }
        }

        void apply(Factors factors, Progress progress) {
            int blocks = (factors.rows() + BLOCK - 1) / BLOCK;
            IntStream.range(0, blocks).parallel().forEach(block -> {
                int from = block * BLOCK;
                turn(factors.values(), from * stride, Math.min(BLOCK, factors.rows() - from));
            });
            progress.checkpoint();
        }

        private void turn(float[] values, int at, int rows) {
            float[] columns = new float[stride * rows];
            for (int row = 0; row < rows; row++) {
                for (int k = 0; k < stride; k++) {
                    columns[k * rows + row] = values[at + row * stride + k];
                }
            }
            Arrays.fill(values, at, at + rows * stride, 0);
            Product product = new Product(columns, 0, rows, axes, 0, stride, stride, rows, stride);
            kernels.multiply(product, values, at, stride, 1);
        }
    }
}
