package app.attune.recommend;

import app.attune.recommend.algebra.Cholesky;
import app.attune.recommend.algebra.Kernels;
import java.util.Arrays;

/// Solves (D + Y'WY) x = Y'W 1 for one row after another, in space of its own: Y are the factors of the row's pairs, W
/// their weights, D what all rows share with a diagonal of its own for each row. Not for several threads at once.
///
/// A row with at least as many pairs as factors is solved as it stands. One with fewer is solved by its pairs where D
/// is
/// diagonal, which is the same x and a smaller system: x = D^-1 Y' (W^-1 + Y D^-1 Y')^-1 1 (Golub and Van Loan, "Matrix
/// Computations", 4th
/// edition, 2013, section 2.1.4, applied to a matrix and its transpose).
final class RowEquations {
    static final int TALL = 4;
    private static final int CHUNK = 64;

    private final Kernels kernels;
    private final Factors others;
    private final LeastSquares.Shared shared;
    private final int stride;
    private final float[] matrix;
    private final float[] right;
    private final float[] gathered;
    private final float[] diagonal;
    private final float[] scale;

    RowEquations(Kernels kernels, Factors others, LeastSquares.Shared shared) {
        this.kernels = kernels;
        this.others = others;
        this.shared = shared;
        this.stride = others.stride();
        this.matrix = new float[stride * stride];
        this.right = new float[stride];
        this.gathered = new float[Math.max(CHUNK, stride) * stride];
        this.diagonal = new float[stride];
        this.scale = new float[stride];
    }

    /// Overwrites the row of `factors`.
    ///
    /// @param ridge added to the diagonal, above 0
    /// @param steps of conjugate gradients from what the row holds; 0 solves exactly
    void solve(SparseRows side, int row, float ridge, int steps, Factors factors) {
        for (int f = 0; f < stride; f++) {
            diagonal[f] = f < others.factors() ? shared.diagonal()[f] + ridge : 1;
        }
        int pairs = side.to(row) - side.from(row);
        if (steps > 0) {
            new Descent(side, row).run(steps, factors.values(), row * stride);
        } else if (shared.isDiagonal() && wide(pairs) < stride) {
            solveByPairs(side, row, pairs, factors);
        } else {
            solveByFactors(side, row, factors);
        }
    }

    /// Whole vectors for so many pairs.
    private int wide(int pairs) {
        int lanes = kernels.lanes();
        return (pairs + lanes - 1) / lanes * lanes;
    }

    private void solveByFactors(SparseRows side, int row, Factors factors) {
        addRightSide(side, row);
        if (shared.isDiagonal()) {
            Arrays.fill(matrix, 0);
        } else {
            System.arraycopy(shared.matrix(), 0, matrix, 0, matrix.length);
        }
        for (int from = side.from(row); from < side.to(row); from += CHUNK) {
            int to = Math.min(side.to(row), from + CHUNK);
            for (int at = from; at < to; at++) {
                gather((float) Math.sqrt(side.weight(at)), side.other(at) * stride, (at - from) * stride);
            }
            LeastSquares.addSquare(kernels, gathered, 0, stride, to - from, matrix);
        }
        for (int f = 0; f < stride; f++) {
            matrix[f * stride + f] += diagonal[f];
        }
        new Cholesky(kernels, stride).solve(matrix, right);
        System.arraycopy(right, 0, factors.values(), row * stride, stride);
    }

    private void addRightSide(SparseRows side, int row) {
        Arrays.fill(right, 0);
        for (int at = side.from(row); at < side.to(row); at++) {
            kernels.add((float) side.weight(at), others.values(), side.other(at) * stride, right, 0, stride);
        }
    }

    private void gather(float factor, int from, int to) {
        float[] values = others.values();
        for (int i = 0; i < stride; i++) {
            gathered[to + i] = factor * values[from + i];
        }
    }

    /// With S = Y D^-1/2: x = D^-1/2 S' (W^-1 + S S')^-1 1.
    private void solveByPairs(SparseRows side, int row, int pairs, Factors factors) {
        int n = wide(pairs);
        for (int f = 0; f < stride; f++) {
            scale[f] = (float) (1 / Math.sqrt(diagonal[f]));
        }
        gatherByFactor(side, row, n);
        Arrays.fill(matrix, 0, n * n, 0);
        LeastSquares.addSquare(kernels, gathered, 0, n, stride, matrix);
        Arrays.fill(right, 0, n, 0);
        for (int pair = 0; pair < n; pair++) {
            boolean there = pair < pairs;
            matrix[pair * n + pair] += there ? inverse(side.weight(side.from(row) + pair)) : 1;
            right[pair] = there ? 1 : 0;
        }
        new Cholesky(kernels, n).solve(matrix, right);
        for (int f = 0; f < stride; f++) {
            factors.values()[row * stride + f] = scale[f] * kernels.dot(gathered, f * n, right, 0, n);
        }
    }

    /// 1 / weight, still a number for a weight that has decayed to next to nothing.
    private static float inverse(double weight) {
        return (float) Math.min(1 / weight, 1e30);
    }

    /// S', factor by factor, filled up with zeros.
    private void gatherByFactor(SparseRows side, int row, int n) {
        Arrays.fill(gathered, 0, n * stride, 0);
        float[] values = others.values();
        for (int at = side.from(row); at < side.to(row); at++) {
            int from = side.other(at) * stride;
            int to = at - side.from(row);
            for (int f = 0; f < stride; f++) {
                gathered[f * n + to] = scale[f] * values[from + f];
            }
        }
    }

    /// A few steps of conjugate gradients towards a row's solution, without its matrix.
    ///
    /// Source: Takács, Pilászy, Tikk, "Applications of the conjugate gradient method for implicit feedback
    /// collaborative filtering", RecSys 2011.
    private final class Descent {
        private final SparseRows side;
        private final int row;

        Descent(SparseRows side, int row) {
            this.side = side;
            this.row = row;
        }

        /// Improves x in its place.
        void run(int steps, float[] x, int xAt) {
            addRightSide(side, row);
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
                result[i] = diagonal[i] * x[xAt + i];
            }
            for (int i = 0; i < stride && !shared.isDiagonal(); i++) {
                kernels.add(x[xAt + i], shared.matrix(), i * stride, result, 0, stride);
            }
            for (int at = side.from(row); at < side.to(row); at++) {
                int other = side.other(at) * stride;
                float product = kernels.dot(others.values(), other, x, xAt, stride);
                kernels.add((float) side.weight(at) * product, others.values(), other, result, 0, stride);
            }
        }
    }
}
