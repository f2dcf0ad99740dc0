package app.attune.recommend;

import app.attune.recommend.algebra.Kernels;
import java.util.Arrays;

/// Items tied by the users they share, as an operator P on vectors over items: symmetric, with eigenvalues from 0 to 1.
///
/// P = N'N, where N(u, i) = weight(u, i) / sqrt(sum of the user's weights * sum of the item's weights). P itself has
/// a place for every pair of items and is never built: one product with N and one with its transpose do instead.
final class ItemGraph {
    /// Vectors that are worked on at once: a block has a row of so many floats per item.
    static final int WIDTH = 32;

    private final SparseRows rows;
    private final SparseRows columns;
    private final float[] byUser;
    private final float[] byItem;
    private final double[] degrees;
    private final Kernels kernels = Kernels.best();

    ItemGraph(Interactions data) {
        this.rows = data.rows();
        this.columns = data.columns();
        this.degrees = new double[data.items()];
        double[] users = new double[data.users()];
        for (int row = 0; row < data.users(); row++) {
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                users[row] += data.weight(cell);
                degrees[data.item(cell)] += data.weight(cell);
            }
        }
        this.byUser = ties(rows, users, degrees);
        this.byItem = ties(columns, degrees, users);
    }

    /// N, pair by pair as seen from one side.
    ///
    /// @param here  sums of the weights of the rows
    /// @param there of what they are paired with
    private static float[] ties(SparseRows rows, double[] here, double[] there) {
        float[] ties = new float[rows.to(rows.rows() - 1)];
        for (int row = 0; row < rows.rows(); row++) {
            for (int at = rows.from(row); at < rows.to(row); at++) {
                ties[at] = (float) (rows.weight(at) / Math.sqrt(here[row] * there[rows.other(at)]));
            }
        }
        return ties;
    }

    int items() {
        return degrees.length;
    }

    int users() {
        return rows.rows();
    }

    /// Sum of an item's weights; 0 for an item that nobody took.
    double degree(int item) {
        return degrees[item];
    }

    /// to = P from. All are blocks; cost O(pairs * WIDTH).
    ///
    /// @param between a block with a row per user, whatever is in it
    void apply(float[] from, float[] between, float[] to) {
        gather(rows, byUser, from, between);
        gather(columns, byItem, between, to);
    }

    private void gather(SparseRows sides, float[] ties, float[] from, float[] to) {
        for (int row = 0; row < sides.rows(); row++) {
            int place = row * WIDTH;
            Arrays.fill(to, place, place + WIDTH, 0);
            for (int at = sides.from(row); at < sides.to(row); at++) {
                kernels.add(ties[at], from, sides.other(at) * WIDTH, to, place, WIDTH);
            }
        }
    }
}
