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

    private final Interactions data;
    private final Columns columns;
    private final float[] byUser;
    private final float[] byItem;
    private final double[] degrees;
    private final Kernels kernels = Kernels.best();

    ItemGraph(Interactions data) {
        this.data = data;
        this.columns = new Columns(data);
        this.degrees = new double[data.items()];
        double[] users = new double[data.users()];
        for (int row = 0; row < data.users(); row++) {
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                users[row] += data.weight(cell);
                degrees[data.item(cell)] += data.weight(cell);
            }
        }
        this.byUser = new float[data.pairs()];
        this.byItem = new float[data.pairs()];
        int[] next = new int[data.items()];
        for (int row = 0; row < data.users(); row++) {
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                int item = data.item(cell);
                float tie = (float) (data.weight(cell) / Math.sqrt(users[row] * degrees[item]));
                byUser[cell] = tie;
                byItem[columns.from(item) + next[item]++] = tie;
            }
        }
    }

    int items() {
        return degrees.length;
    }

    int users() {
        return data.users();
    }

    /// Sum of an item's weights, above 0.
    double degree(int item) {
        return degrees[item];
    }

    /// to = P from. All are blocks; cost O(pairs * WIDTH).
    ///
    /// @param between a block with a row per user, whatever is in it
    void apply(float[] from, float[] between, float[] to) {
        for (int row = 0; row < data.users(); row++) {
            int at = row * WIDTH;
            clear(between, at);
            for (int cell = data.from(row); cell < data.to(row); cell++) {
                kernels.add(byUser[cell], from, data.item(cell) * WIDTH, between, at, WIDTH);
            }
        }
        for (int item = 0; item < items(); item++) {
            int at = item * WIDTH;
            clear(to, at);
            for (int cell = columns.from(item); cell < columns.to(item); cell++) {
                kernels.add(byItem[cell], between, columns.other(cell) * WIDTH, to, at, WIDTH);
            }
        }
    }

    private static void clear(float[] block, int at) {
        Arrays.fill(block, at, at + WIDTH, 0);
    }
}
