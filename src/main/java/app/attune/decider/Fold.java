package app.attune.decider;

/// A user's factors, solved from a history in double precision and in one fixed order.
///
/// A x = b with A = unobserved * gram + the sum over the history of weight * y y' + the penalty on its diagonal, and b
/// the sum of weight * y. A = L L' is factored, and every sum starts at its first term and goes on in order.
final class Fold {
    private final ServerFactors model;
    private final int items;
    private final int d;
    private final double[] matrix;
    private final double[] right;
    private int pairs;

    /// @param items that have factors
    Fold(ServerFactors model, int items) {
        this.model = model;
        this.items = items;
        this.matrix = model.gram().clone();
        this.d = (int) Math.round(Math.sqrt(matrix.length));
        this.right = new double[d];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = model.penalty().unobserved() * matrix[i];
        }
    }

    /// Adds an item of the history; in ranking order.
    void add(double[] factors, double weight) {
        pairs++;
        for (int i = 0; i < d; i++) {
            double weighted = weight * factors[i];
            right[i] += weighted;
            for (int j = 0; j <= i; j++) {
                matrix[i * d + j] += weighted * factors[j];
            }
        }
    }

    /// Once, after all items were added.
    double[] user() {
        double ridge = model.penalty().of(pairs, items);
        for (int i = 0; i < d; i++) {
            matrix[i * d + i] += ridge;
        }
        factor();
        return solve(right);
    }

    /// What an item of the history with weight 1 adds to the score of the item with these factors is its product with
    /// the result. Only after [#user].
    double[] explaining(double[] factors) {
        return solve(factors.clone());
    }

    /// From the first factor to the last.
    static double product(double[] left, double[] right) {
        double sum = 0;
        for (int f = 0; f < left.length; f++) {
            sum += left[f] * right[f];
        }
        return sum;
    }

    /// Column by column: each place still takes its products from the first to the last.
    private void factor() {
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
                for (int j = k + 1; j <= i; j++) {
                    matrix[i * d + j] -= left * column[j];
                }
            }
        }
    }

    private double[] solve(double[] values) {
        for (int i = 0; i < d; i++) {
            double sum = values[i];
            for (int k = 0; k < i; k++) {
                sum -= matrix[i * d + k] * values[k];
            }
            values[i] = sum / matrix[i * d + i];
        }
        for (int i = d - 1; i >= 0; i--) {
            double sum = values[i];
            for (int k = d - 1; k > i; k--) {
                sum -= matrix[k * d + i] * values[k];
            }
            values[i] = sum / matrix[i * d + i];
        }
        return values;
    }
}
