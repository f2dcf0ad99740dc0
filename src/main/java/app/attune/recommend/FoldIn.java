package app.attune.recommend;

import app.attune.recommend.Catalogue.IndexedHistory;

/// The factors of a user whom the training may never have seen, from what they did: the same equation that training
/// solves, in double precision and in one fixed order, so that a server gets the same bits.
///
/// With the Cholesky factorisation A = L L', column by column; each place starts at its first term and goes on in
/// order,
/// as row by row.
final class FoldIn {
    private final int d;
    private final double[] lower;
    private final UserEquation equation;

    private FoldIn(int d, double[] lower, UserEquation equation) {
        this.d = d;
        this.lower = lower;
        this.equation = equation;
    }

    /// @param factors item by item
    /// @param gram    d x d, of all items
    static FoldIn of(IndexedHistory history, double[] gram, float[] factors, UserEquation equation) {
        int d = (int) Math.sqrt(gram.length);
        int items = factors.length / d;
        double[] matrix = new double[d * d];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = equation.everywhere() * gram[i];
        }
        for (int at = history.from(); at < history.to(); at++) {
            int start = history.itemIdx()[at] * d;
            for (int i = 0; i < d; i++) {
                double weighted = equation.square(history.weights()[at]) * factors[start + i];
                for (int j = 0; j <= i; j++) {
                    matrix[i * d + j] += weighted * factors[start + j];
                }
            }
        }
        double ridge = equation.ridge(history.to() - history.from(), items);
        for (int i = 0; i < d; i++) {
            matrix[i * d + i] += ridge;
        }
        factor(matrix, d);
        return new FoldIn(d, matrix, equation);
    }

    /// Column by column: each place still takes its products from the first to the last.
    private static void factor(double[] matrix, int d) {
        double[] column = new double[d];
        for (int k = 0; k < d; k++) {
            double pivot = Math.sqrt(matrix[k * d + k]);
            matrix[k * d + k] = pivot;
            for (int i = k + 1; i < d; i++) {
                matrix[i * d + k] /= pivot;
                column[i] = matrix[i * d + k];
            }
            for (int i = k + 1; i < d; i++) {
                double left = column[i];
                int row = i * d;
                for (int j = k + 1; j <= i; j++) {
                    matrix[row + j] -= left * column[j];
                }
            }
        }
    }

    /// The user's factors.
    double[] user(IndexedHistory history, float[] factors) {
        double[] right = new double[d];
        for (int at = history.from(); at < history.to(); at++) {
            for (int i = 0; i < d; i++) {
                right[i] += equation.right(history.weights()[at]) * factors[history.itemIdx()[at] * d + i];
            }
        }
        return solve(right);
    }

    /// What an item of the history with weight 1 adds to the score of each other item is its product with this.
    double[] explaining(float[] factors, int item) {
        double[] right = new double[d];
        for (int i = 0; i < d; i++) {
            right[i] = factors[item * d + i];
        }
        return solve(right);
    }

    private double[] solve(double[] right) {
        for (int i = 0; i < d; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * d + k] * right[k];
            }
            right[i] = sum / lower[i * d + i];
        }
        for (int i = d - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = d - 1; k > i; k--) {
                sum -= lower[k * d + i] * right[k];
            }
            right[i] = sum / lower[i * d + i];
        }
        return right;
    }
}
